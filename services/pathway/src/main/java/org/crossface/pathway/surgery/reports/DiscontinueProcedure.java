package org.crossface.pathway.surgery.reports;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.vocabulary.DiscontinuedPhase;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Stops the procedure before it is complete. */
public record DiscontinueProcedure(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Stopped") DiscontinuedPhase phase,

        @FormField(label = "Patient prepared and in the procedure room")
        boolean patientInRoom,

        @FormField(label = "Reason", min = 1, max = 1000, multiline = true)
        String reason)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<DiscontinueProcedure> USE_CASE = UseCase.of(
                    DiscontinueProcedure.class, "Discontinue procedure")
            .by(Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.CASE_IS_LIVE,
                    CaseRules.PATIENT_WAS_ADMITTED,
                    DiscontinuationRules.OPERATION_IS_NOT_COMPLETE)
            .checks(DiscontinuationRules.STOP_FITS_ANESTHESIA)
            .records(ProcedureDiscontinued.class);
}
