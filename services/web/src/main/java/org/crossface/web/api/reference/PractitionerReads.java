package org.crossface.web.api.reference;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.PreferenceCard;
import org.crossface.pathway.reference.ReferenceData.PrivilegedPractitioner;
import org.crossface.pathway.reference.registration.StandingData;
import org.crossface.pathway.surgery.vocabulary.CouplerSize;
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

/** Reads practitioners with their privileges; every role may. */
@RestController
class PractitionerReads {

    private static final String RESOURCE = "reference/practitioners";

    private final StandingData standing;
    private final ReferenceData reference;
    private final ReadGate gate;

    PractitionerReads(StandingData standing, ReferenceData reference, ReadGate gate) {
        this.standing = standing;
        this.reference = reference;
        this.gate = gate;
    }

    /** A practitioner, as commands name one in {@code surgeonIds} and similar fields. */
    @Schema(name = "Practitioner")
    record Known(
            String practitionerId,
            String name,
            String organisationId,

            @Schema(description = "The operations that he or she may perform")
            List<Stage> privileges,

            @Schema(description = "Last day of the privileges")
            LocalDate privilegedUntil) {

        static Known of(PrivilegedPractitioner practitioner) {
            return new Known(
                    practitioner.practitionerId(),
                    practitioner.name(),
                    practitioner.organisationId(),
                    practitioner.privileges().stream().sorted().toList(),
                    practitioner.privilegedUntil());
        }
    }

    /** What a surgeon wants for the operation of a stage. */
    @Schema(name = "PreferenceCard")
    record Card(
            Stage stage,

            @Schema(description = "Identifiers of devices, at whatever surgery centre")
            List<String> devices,

            List<CouplerSize> couplerSizes,

            @Schema(description = "Practitioners who operate beside the surgeon")
            List<String> secondTeam) {

        static Card of(Map.Entry<Stage, PreferenceCard> card) {
            return new Card(
                    card.getKey(),
                    card.getValue().devices(),
                    card.getValue().couplerSizes(),
                    card.getValue().secondTeam());
        }
    }

    /** The preference cards of a practitioner, in the order of the stages. */
    @GetMapping("/api/reference/practitioners/{practitionerId}/preference-cards")
    List<Card> cards(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String practitionerId,
            HttpServletRequest request) {
        return gate.show(
                actor,
                RESOURCE,
                CommandRequest.purpose(request, actor),
                () -> Shown.aboutNobody(reference
                        .practitioner(practitionerId)
                        .map(known -> reference.preferenceCards(practitionerId).entrySet().stream()
                                .map(Card::of)
                                .toList())
                        .orElseThrow(() -> new NotVisible(RESOURCE))));
    }

    /** Lists the practitioners in the order of their identifiers. */
    @GetMapping("/api/reference/practitioners")
    ResponseEntity<List<Known>> list(
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
                                page.of(standing.practitioners(), PrivilegedPractitioner::practitionerId)
                                        .map(Known::of)))
                .answer(request);
    }

    @GetMapping("/api/reference/practitioners/{practitionerId}")
    Known read(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String practitionerId,
            HttpServletRequest request) {
        return gate.show(
                actor,
                RESOURCE,
                CommandRequest.purpose(request, actor),
                () -> Shown.aboutNobody(reference
                        .practitioner(practitionerId)
                        .map(Known::of)
                        .orElseThrow(() -> new NotVisible(RESOURCE))));
    }
}
