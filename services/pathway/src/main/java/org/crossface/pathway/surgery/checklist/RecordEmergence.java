package org.crossface.pathway.surgery.checklist;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.AnesthesiaEmerged;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
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
                    SafetyRules.ANESTHESIA_WAS_INDUCED)
            .records(AnesthesiaEmerged.class);
}
