package org.crossface.pathway.recovery.flap;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.ReturnedToTheatre;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Records that the patient was taken back to theatre. It opens a case that nobody booked: checklist, anesthesia, closure, recovery and
 * signature are recorded in it as in any other (INV-55).
 */
public record ReturnToTheatre(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Planned") boolean planned,

        @FormField(label = "Reason", max = 1000, multiline = true, help = "Needed when it was not planned") @Nullable
        String reason,

        @FormField(label = "General anesthesia") boolean generalAnesthesia,

        @FormField(label = "Findings", max = 2000, multiline = true) @Nullable
        String findings,

        @RefersTo(Referent.ROOM)
        @FormField(label = "Room", max = 64, help = "Empty if it is the room of the operation before")
        @Nullable
        String room,

        @RefersTo(Referent.PRACTITIONER)
        @FormField(label = "Surgeons", min = 1, max = 4, help = "The accountable surgeon first")
        List<String> surgeonIds,

        @FormField(label = "Estimated duration", unit = "min", min = 10, max = 900, step = 5)
        int estimatedMinutes)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReturnToTheatre> USE_CASE = UseCase.of(
                    ReturnToTheatre.class, "Record return to theatre")
            .answers("T-31")
            .by(Role.SURGEON)
            .in(Phases.RETURN)
            .requires(CaseRules.CASE_IS_KNOWN, FlapRules.INDEX_CASE_WAS_OPERATED)
            .checks(FlapRules.UNPLANNED_RETURN_HAS_A_REASON, FlapRules.SURGEONS_OF_RETURN_ARE_KNOWN)
            .records(
                    ReturnedToTheatre.class,
                    fact -> fact.with("caseId", "indexCaseId", ReturnedToTheatre::indexCaseId)
                            .with("estimatedMinutes", "estimatedMinutes", ReturnedToTheatre::estimatedMinutes));
}
