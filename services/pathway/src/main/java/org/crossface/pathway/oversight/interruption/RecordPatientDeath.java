package org.crossface.pathway.oversight.interruption;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.DeathRelation;
import org.crossface.pathway.oversight.DeathSource;
import org.crossface.pathway.oversight.PatientDied;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
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
            .in(Phases.without(
                    Phases.ANY, Phase.NOT_CANDIDATE, Phase.REFERRAL_DECLINED, Phase.REFERRAL_EXPIRED, Phase.DECEASED))
            .checks(OversightRules.DEATH_HAS_HAPPENED)
            .records(PatientDied.class);
}
