package org.crossface.pathway.oversight;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.Phase;
import org.crossface.pathway.UseCase;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records the death of the patient, which ends the pathway and every contact. */
public record RecordPatientDeath(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Date of death") LocalDate diedOn,
        @FormField(label = "Told by") DeathSource source,
        @FormField(label = "Related to the treatment") DeathRelation related)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordPatientDeath> USE_CASE = UseCase.of(RecordPatientDeath.class, "Record death")
            .by(Role.SURGEON, Role.SURGICAL_COORDINATOR, Role.SYSTEM)
            .in(
                    Phase.REFERRED,
                    Phase.UNDER_EVALUATION,
                    Phase.CANDIDATE,
                    Phase.DEFERRED,
                    Phase.STAGE1_PLANNED,
                    Phase.STAGE1_DONE,
                    Phase.NEUROTIZING,
                    Phase.WINDOW_LAPSED,
                    Phase.READY_FOR_STAGE2,
                    Phase.STAGE2_PLANNED,
                    Phase.STAGE2_DONE,
                    Phase.REHABILITATING,
                    Phase.OUTCOME_TRACKING,
                    Phase.COMPLETED,
                    Phase.ON_HOLD,
                    Phase.LOST_TO_FOLLOW_UP,
                    Phase.REPLANNED,
                    Phase.WITHDRAWN,
                    Phase.TRANSFERRED_OUT,
                    Phase.CLOSED_ALTERNATIVE_TREATMENT)
            .checks(OversightRules.DEATH_HAS_HAPPENED);
}
