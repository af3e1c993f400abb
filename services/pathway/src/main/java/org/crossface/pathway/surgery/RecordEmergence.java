package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.Phases;
import org.crossface.pathway.UseCase;
import org.crossface.platform.api.Role;

/** Records that the patient emerged from anesthesia. */
public record RecordEmergence(@TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt, String caseId)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordEmergence> USE_CASE = UseCase.of(RecordEmergence.class, "Record emergence")
            .by(Role.ANESTHESIOLOGIST)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.PATIENT_WAS_ADMITTED,
                    CaseRules.once(AnesthesiaEmerged.class),
                    SafetyRules.ANESTHESIA_WAS_INDUCED);
}
