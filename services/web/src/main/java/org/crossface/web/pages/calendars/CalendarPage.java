package org.crossface.web.pages.calendars;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.reference.ClosedDay;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.pathway.reference.SiteCalendarSet;
import org.crossface.pathway.reference.StandingCalendars;
import org.crossface.pathway.reference.registration.SetSiteCalendar;
import org.crossface.pathway.reference.registration.StandingData;
import org.crossface.pathway.vocabulary.SiteCalendar;
import org.crossface.platform.api.Role;
import org.crossface.web.command.CommandEntry;
import org.crossface.web.command.CommandEntry.Sent;
import org.crossface.web.command.CommandRequest;
import org.crossface.web.command.StreamIdentifiers;
import org.crossface.web.pages.SiteTimes;
import org.crossface.web.problem.Problem;
import org.crossface.web.problem.Problems;
import org.crossface.web.problem.RequestFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** On which days the surgery centres work: what was entered, and a form that enters it anew from a day on. */
@Controller
class CalendarPage {

    static final String PATH = "/calendars";

    private static final String KEY = "_key";
    private static final String SITE = "siteId";
    private static final String FROM = "from";
    private static final String WEEKEND = "weekend";
    private static final String CLOSED = "closedDays";

    private final StandingCalendars calendars;
    private final StandingData standing;
    private final CommandSpec command;
    private final CommandEntry entry;
    private final StreamIdentifiers ids;
    private final SiteTimes times;
    private final Clock clock;

    CalendarPage(
            StandingCalendars calendars,
            StandingData standing,
            CommandCatalogue catalogue,
            CommandEntry entry,
            StreamIdentifiers ids,
            SiteTimes times,
            Clock clock) {
        this.calendars = calendars;
        this.standing = standing;
        this.command = catalogue.find(SetSiteCalendar.class).orElseThrow();
        this.entry = entry;
        this.ids = ids;
        this.times = times;
        this.clock = clock;
    }

    /** Whether this role may open the page: whoever enters a calendar. */
    static boolean opens(Role role) {
        return SetSiteCalendar.USE_CASE.roles().contains(role);
    }

    /**
     * The calendar of a centre from a day on.
     *
     * @param weekend in words
     * @param days each with its date and name
     * @param announced whether it takes effect only when every node has read it
     */
    record Line(LocalDate from, String weekend, List<ClosedDay> days, Instant enteredAt, boolean announced) {}

    /** A day of the week as a box of the form. */
    record Day(String value, String label, boolean closed) {}

    @GetMapping(PATH)
    ModelAndView page(
            @RequestParam(name = SITE, required = false) @Nullable String siteId,
            @AuthenticationPrincipal CurrentActor actor) {
        return page(actor, siteId, null, null);
    }

    @PostMapping(PATH)
    ModelAndView set(
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentActor actor,
            HttpServletRequest request) {
        requireReader(actor);
        String siteId = first(typed, SITE);
        try {
            String key = first(typed, KEY);
            if (key.isBlank()) {
                throw RequestFault.badField(null, "The form came without its own fields", "Open it again");
            }
            ObjectNode body = body(typed);
            String content = body.toString();
            body.put("occurredAt", clock.instant().atOffset(ZoneOffset.UTC).toString());
            entry.give(
                    Sent.to(StandingCalendars.ID, command, body, times.zone()),
                    CommandRequest.ofForm(request, actor, key, "POST " + PATH, content));
            return new ModelAndView("redirect:" + PATH + "?siteId={site}", "site", siteId);
        } catch (RuntimeException e) {
            Problem problem = Problems.of(e);
            ModelAndView page = page(actor, siteId, typed, problem);
            page.setStatus(HttpStatus.valueOf(problem.status()));
            return page;
        }
    }

    private static ObjectNode body(MultiValueMap<String, String> typed) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put(SITE, first(typed, SITE));
        if (!first(typed, FROM).isBlank()) {
            body.put(FROM, first(typed, FROM));
        }
        ArrayNode weekend = body.putArray(WEEKEND);
        typed.getOrDefault(WEEKEND, List.of()).forEach(weekend::add);
        ArrayNode days = body.putArray(CLOSED);
        first(typed, CLOSED)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> days.add(day(line)));
        return body;
    }

    /** A line such as {@code 2026-07-04 Independence Day}; what is no date is told by the reader of the command. */
    private static ObjectNode day(String line) {
        String[] parts = line.split("\\s+", 2);
        return JsonNodeFactory.instance
                .objectNode()
                .put("day", parts[0])
                .put("name", parts.length > 1 ? parts[1] : "Closed");
    }

    private ModelAndView page(
            CurrentActor actor,
            @Nullable String siteId,
            @Nullable MultiValueMap<String, String> typed,
            @Nullable Problem problem) {
        requireReader(actor);
        // Whoever keeps the reference data keeps that of every centre, and works at none.
        List<SurgicalSite> sites = standing.sites();
        SurgicalSite site = sites.stream()
                .filter(each -> each.siteId().equals(siteId))
                .findFirst()
                .orElse(sites.isEmpty() ? null : sites.getFirst());
        List<SiteCalendarSet> entered = site == null ? List.of() : calendars.of(site.siteId());
        MultiValueMap<String, String> shown = typed == null ? present(entered) : typed;
        ModelAndView page = new ModelAndView("calendars");
        page.addObject("sites", sites);
        page.addObject("site", site);
        page.addObject("lines", entered.reversed().stream().map(this::line).toList());
        page.addObject("from", first(shown, FROM));
        page.addObject("closed", first(shown, CLOSED));
        page.addObject(
                "days",
                Stream.of(DayOfWeek.values())
                        .map(each -> new Day(
                                each.name(),
                                each.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                                shown.getOrDefault(WEEKEND, List.of()).contains(each.name())))
                        .toList());
        page.addObject("problem", problem);
        page.addObject("key", ids.get());
        return page;
    }

    /** The form begins with what holds now, from today on and without the days that are over. */
    private MultiValueMap<String, String> present(List<SiteCalendarSet> entered) {
        LocalDate today = times.today();
        Optional<SiteCalendarSet> last = entered.stream()
                .filter(each -> !each.from().isAfter(today))
                .max(Comparator.comparing(SiteCalendarSet::from))
                .or(() -> entered.isEmpty() ? Optional.empty() : Optional.of(entered.getLast()));
        MultiValueMap<String, String> shown = new LinkedMultiValueMap<>();
        shown.set(FROM, today.toString());
        last.map(each -> each.weekend().stream())
                .orElseGet(() -> SiteCalendar.mondayToFriday().versions().getFirst().weekend().stream())
                .forEach(each -> shown.add(WEEKEND, each.name()));
        shown.set(
                CLOSED,
                last.stream()
                        .flatMap(each -> each.closedDays().stream())
                        .filter(each -> !each.day().isBefore(today))
                        .sorted(Comparator.comparing(ClosedDay::day))
                        .map(each -> each.day() + " " + each.name())
                        .collect(Collectors.joining("\n")));
        return shown;
    }

    private Line line(SiteCalendarSet set) {
        return new Line(
                set.from(),
                set.weekend().isEmpty()
                        ? "open all week"
                        : "closed "
                                + set.weekend().stream()
                                        .sorted()
                                        .map(each -> each.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                                        .collect(Collectors.joining(", ")),
                set.closedDays().stream()
                        .sorted(Comparator.comparing(ClosedDay::day))
                        .toList(),
                set.occurredAt().toInstant(),
                set.effectiveFrom().toInstant().isAfter(clock.instant()));
    }

    private static String first(MultiValueMap<String, String> typed, String field) {
        String value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    private static void requireReader(CurrentActor actor) {
        if (!opens(actor.role())) {
            throw new AccessDeniedException("Calendars are kept by whoever may enter them");
        }
    }
}
