package org.crossface.web.api.reference;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.CareFacility;
import org.crossface.pathway.reference.registration.StandingData;
import org.crossface.web.api.paging.Page;
import org.crossface.web.command.CommandRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads after-care facilities with their beds; every role may. */
@RestController
class FacilityReads {

    private static final String RESOURCE = "reference/facilities";

    private final StandingData standing;
    private final ReferenceData reference;
    private final ReadGate gate;

    FacilityReads(StandingData standing, ReferenceData reference, ReadGate gate) {
        this.standing = standing;
        this.reference = reference;
        this.gate = gate;
    }

    /** An after-care facility. */
    @Schema(name = "AftercareFacility")
    record Facility(
            String facilityId,
            String name,

            @Schema(description = "IANA time zone") String zone,

            @Schema(description = "Beds on record, reserved ones included")
            int beds,

            @Schema(description = "Whether it can watch a flap")
            boolean flapCapable) {

        static Facility of(CareFacility facility) {
            return new Facility(
                    facility.facilityId(),
                    facility.name(),
                    facility.zone().getId(),
                    facility.beds(),
                    facility.flapCapable());
        }
    }

    /** Lists the after-care facilities in the order of their identifiers. */
    @GetMapping("/api/reference/facilities")
    ResponseEntity<List<Facility>> list(
            @AuthenticationPrincipal CurrentActor actor,
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Page page = Page.of(start, limit);
        return gate.show(
                        actor,
                        RESOURCE,
                        CommandRequest.purpose(request, actor),
                        () -> Shown.aboutNobody(page.of(standing.facilities(), CareFacility::facilityId)
                                .map(Facility::of)))
                .answer(request);
    }

    @GetMapping("/api/reference/facilities/{facilityId}")
    Facility read(
            @AuthenticationPrincipal CurrentActor actor, @PathVariable String facilityId, HttpServletRequest request) {
        return gate.show(
                actor,
                RESOURCE,
                CommandRequest.purpose(request, actor),
                () -> Shown.aboutNobody(
                        reference.facility(facilityId).map(Facility::of).orElseThrow(() -> new NotVisible(RESOURCE))));
    }
}
