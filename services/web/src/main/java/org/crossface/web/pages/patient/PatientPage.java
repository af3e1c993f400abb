package org.crossface.web.pages.patient;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.authority.NextSteps;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.oversight.correction.DecideContradiction;
import org.crossface.pathway.patient.registration.LinkPersons;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.platform.api.Role;
import org.crossface.web.pages.SiteTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one pathway with its full history. */
@Controller
class PatientPage {

    /** Entries of the history on the first view of the page; the user can expand the rest. */
    private static final int RECENT = 14;

    private static final Set<String> FILTERS = Set.of("main", "corrections");

    private final PatientReads reads;
    private final CommandCatalogue catalogue;
    private final Policies policies;
    private final Staff staff;
    private final Clock clock;

    PatientPage(PatientReads reads, CommandCatalogue catalogue, Policies policies, Staff staff, Clock clock) {
        this.reads = reads;
        this.catalogue = catalogue;
        this.policies = policies;
        this.staff = staff;
        this.clock = clock;
    }

    @GetMapping("/pathways/{pathwayId}")
    String page(
            @PathVariable String pathwayId,
            @RequestParam(required = false) @Nullable String recorded,
            @RequestParam(required = false) @Nullable String show,
            @AuthenticationPrincipal CurrentActor actor,
            Model model) {
        PatientFile file = reads.file(actor, "clinical/pathway", pathwayId);
        SiteTimes times = new SiteTimes(clock, file.zone());
        Policy policy = policies.inForceAt(times.now());
        model.addAttribute("id", pathwayId);
        model.addAttribute("position", file.pathway().position());
        model.addAttribute("times", times);
        model.addAttribute("documents", file.state().intake().documents());
        model.addAttribute("who", PatientHeader.of(file, staff, times));
        model.addAttribute("sides", SidesView.of(file));
        model.addAttribute("standing", Standing.of(file, policy, times));
        List<StageScale> stages = StageScale.of(file, times);
        model.addAttribute("stages", stages);
        model.addAttribute("scale", MonthScale.of(file, policy, times, stages));
        model.addAttribute("contradictions", ContradictionLine.of(file, policy, times));
        model.addAttribute("decides", DecideContradiction.USE_CASE.roles().contains(actor.role()));
        model.addAttribute("offers", offers(file, actor.role(), times, policy));
        model.addAttribute("person", PersonCommands.offers(catalogue, actor.role(), file));
        model.addAttribute(
                "registration",
                LinkPersons.USE_CASE.roles().contains(actor.role())
                        ? file.pathway().patientId()
                        : null);
        model.addAttribute("role", actor.role().label().toLowerCase(Locale.ENGLISH));
        model.addAttribute("auditor", actor.role() == Role.QUALITY_AUDITOR || actor.role() == Role.PRIVACY_OFFICER);
        history(HistoryLine.of(file, staff, policy), show, model);
        model.addAttribute("recent", RECENT);
        model.addAttribute("charts", ScoreChart.of(file, times));
        model.addAttribute(
                "recorded",
                recorded == null
                        ? null
                        : catalogue
                                .ofPathways(recorded)
                                .or(() -> PersonCommands.find(catalogue, recorded))
                                .map(CommandSpec::title)
                                .orElse(null));
        return "patient";
    }

    private Offers offers(PatientFile file, Role role, SiteTimes times, Policy policy) {
        PathwayState state = file.pathway().state();
        OffsetDateTime now = times.now().atZone(file.zone()).toOffsetDateTime();
        List<Class<?>> wanted = Timetable.of(state, policy).at(times.now()).stream()
                .flatMap(due -> NextSteps.towards(due.code(), state, now, policy).stream())
                .toList();
        return Offers.of(state, catalogue, role, now, policy, wanted);
    }

    private static void history(List<HistoryLine> all, @Nullable String show, Model model) {
        List<HistoryLine> main = all.stream().filter(line -> !line.routine()).toList();
        List<HistoryLine> corrections =
                all.stream().filter(HistoryLine::corrects).toList();
        String shown = show != null && FILTERS.contains(show) ? show : "all";
        model.addAttribute("shown", shown);
        model.addAttribute("all", all.size());
        model.addAttribute("main", main.size());
        model.addAttribute("corrections", corrections.size());
        model.addAttribute(
                "history",
                switch (shown) {
                    case "main" -> main;
                    case "corrections" -> corrections;
                    default -> all;
                });
    }
}
