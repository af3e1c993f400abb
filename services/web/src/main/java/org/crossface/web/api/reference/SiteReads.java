package org.crossface.web.api.reference;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.SiteKind;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
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
    private final ReadGate gate;

    SiteReads(StandingData standing, ReferenceData reference, ReadGate gate) {
        this.standing = standing;
        this.reference = reference;
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
