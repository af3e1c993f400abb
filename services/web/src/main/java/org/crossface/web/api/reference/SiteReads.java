package org.crossface.web.api.reference;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.reference.ClosedDay;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.SiteKind;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.pathway.reference.SiteCalendarSet;
import org.crossface.pathway.reference.StandingCalendars;
import org.crossface.pathway.reference.registration.StandingData;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.web.api.paging.Page;
import org.crossface.web.command.CommandRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads surgery centres with their rooms; every role may, at every centre. */
@RestController
class SiteReads {

    private static final String RESOURCE = "reference/sites";

    private final StandingData standing;
    private final ReferenceData reference;
    private final StandingCalendars calendars;
    private final ReadGate gate;

    SiteReads(StandingData standing, ReferenceData reference, StandingCalendars calendars, ReadGate gate) {
        this.standing = standing;
        this.reference = reference;
        this.calendars = calendars;
        this.gate = gate;
    }

    /** A surgery centre. */
    @Schema(name = "SurgeryCentre")
    record Centre(
            String siteId,
            String name,
            String organisationId,
            SiteKind kind,

            @Schema(description = "IANA time zone") String zone,

            @Schema(description = "As commands name them") List<String> rooms,

            @Schema(description = "The operations that it may host")
            List<Stage> privileges) {

        static Centre of(SurgicalSite site) {
            return new Centre(
                    site.siteId(),
                    site.name(),
                    site.organisationId(),
                    site.kind(),
                    site.zone().getId(),
                    site.rooms().stream().sorted().toList(),
                    site.privileges().stream().sorted().toList());
        }
    }

    /** On which days a surgery centre works from a day on; of two for one day the later entry holds. */
    @Schema(name = "SiteCalendar")
    record Calendar(
            LocalDate from,

            @Schema(description = "Days of the week on which it is closed")
            List<DayOfWeek> weekend,

            @Schema(description = "Other days on which it is closed")
            List<ClosedDay> closedDays,

            @Schema(description = "From when on every node reckons with it")
            OffsetDateTime effectiveFrom) {

        static Calendar of(SiteCalendarSet set) {
            return new Calendar(set.from(), set.weekend(), set.closedDays(), set.effectiveFrom());
        }
    }

    /** Lists the surgery centres in the order of their identifiers. */
    @GetMapping("/api/reference/sites")
    ResponseEntity<List<Centre>> list(
            @AuthenticationPrincipal CurrentActor actor,
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Page page = Page.of(start, limit);
        return gate.show(
                        actor,
                        RESOURCE,
                        CommandRequest.purpose(request, actor),
                        () -> Shown.aboutNobody(
                                page.of(standing.sites(), SurgicalSite::siteId).map(Centre::of)))
                .answer(request);
    }

    /** Tells the calendars of a surgery centre in the order in which they were entered; without one it works from Monday to Friday. */
    @GetMapping("/api/reference/sites/{siteId}/calendar")
    List<Calendar> calendar(
            @AuthenticationPrincipal CurrentActor actor, @PathVariable String siteId, HttpServletRequest request) {
        return gate.show(actor, RESOURCE, CommandRequest.purpose(request, actor), () -> {
            if (reference.site(siteId).isEmpty()) {
                throw new NotVisible(RESOURCE);
            }
            return Shown.aboutNobody(
                    calendars.of(siteId).stream().map(Calendar::of).toList());
        });
    }

    @GetMapping("/api/reference/sites/{siteId}")
    Centre read(@AuthenticationPrincipal CurrentActor actor, @PathVariable String siteId, HttpServletRequest request) {
        return gate.show(
                actor,
                RESOURCE,
                CommandRequest.purpose(request, actor),
                () -> Shown.aboutNobody(
                        reference.site(siteId).map(Centre::of).orElseThrow(() -> new NotVisible(RESOURCE))));
    }
}
