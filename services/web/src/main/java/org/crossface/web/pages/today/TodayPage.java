package org.crossface.web.pages.today;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossface.coordination.board.Board;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.record.PathwayStates;
import org.crossface.coordination.theatre.TheatreCase;
import org.crossface.coordination.theatre.TheatreDay;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.web.pages.GatedReads;
import org.crossface.web.pages.Names;
import org.crossface.web.pages.PagesSettings;
import org.crossface.web.pages.SiteTimes;
import org.crossface.web.pages.StaffNames;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the theatre day: today or another day. */
@Controller
class TodayPage {

    private final TheatreDay theatre;
    private final Board board;
    private final PathwayStates states;
    private final GatedReads reads;
    private final SiteTimes times;
    private final StaffNames staff;
    private final Policies policies;
    private final PagesSettings settings;

    TodayPage(
            TheatreDay theatre,
            Board board,
            PathwayStates states,
            GatedReads reads,
            SiteTimes times,
            StaffNames staff,
            Policies policies,
            PagesSettings settings) {
        this.theatre = theatre;
        this.board = board;
        this.states = states;
        this.reads = reads;
        this.times = times;
        this.staff = staff;
        this.policies = policies;
        this.settings = settings;
    }

    @GetMapping("/today")
    String page(
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String names,
            @AuthenticationPrincipal CurrentActor actor,
            Model model) {
        LocalDate today = times.today();
        LocalDate day = day(date, today);
        String site = settings.siteId();
        List<TheatreCase> cases = reads.rows(
                actor,
                "clinical/theatre-day",
                () -> theatre.cases(site, day),
                TheatreCase::patientId,
                TheatreCase::siteId);
        Policy policy = policies.inForceAt(times.now());
        TheatreDays days = new TheatreDays(times, Names.of(names), staff, policy);
        model.addAttribute("day", day);
        model.addAttribute("isToday", day.equals(today));
        // Only users who may see the site learn its days with operations.
        boolean sees = actor.seesSite(site);
        model.addAttribute("before", sees ? theatre.dayBefore(site, day).orElse(null) : null);
        model.addAttribute("after", sees ? theatre.dayAfter(site, day).orElse(null) : null);
        model.addAttribute("initials", Names.of(names) == Names.INITIALS);
        model.addAttribute("siteName", settings.siteName());
        model.addAttribute(
                "view",
                days.day(day, cases, bedside(cases, policy), day.equals(today) ? emergencies(actor, site) : List.of()));
        model.addAttribute("decisionHours", policy.of(Threshold.RECOVERY_DECISION_HOURS));
        model.addAttribute("reviewHours", policy.of(Threshold.RECOVERY_REVIEW_HOURS));
        model.addAttribute(
                "patients", cases.stream().filter(each -> !each.isCancelled()).count());
        model.addAttribute(
                "position",
                cases.stream().mapToLong(TheatreCase::position).max().orElse(0));
        return "today";
    }

    /** Of the cases that the gate has let pass, and so of the patients whom it has recorded. */
    private Map<String, Bedside> bedside(List<TheatreCase> cases, Policy policy) {
        Map<String, Bedside> all = new HashMap<>();
        cases.stream()
                .filter(each -> !each.isCancelled())
                .forEach(each -> states.stateOf(each.pathwayId())
                        .ifPresent(state -> all.put(each.caseId(), Bedside.of(state, each.caseId(), policy))));
        return all;
    }

    /** Patients of this centre with a threatened flap, wherever they are. */
    private List<BoardRow> emergencies(CurrentActor actor, String site) {
        return reads.rows(
                actor, "clinical/board", () -> board.flapEmergencies(site), BoardRow::patientId, BoardRow::siteId);
    }

    /** The date of the query parameter; today if it is absent or invalid. */
    private static LocalDate day(@Nullable String date, LocalDate today) {
        if (date == null || date.isBlank()) {
            return today;
        }
        try {
            return LocalDate.parse(date.strip());
        } catch (DateTimeException e) {
            return today;
        }
    }
}
