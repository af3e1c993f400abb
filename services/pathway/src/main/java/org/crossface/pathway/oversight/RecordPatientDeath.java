package org.crossface.pathway.oversight;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;

/** Records the death of the patient, which ends the pathway and every contact. */
public record RecordPatientDeath(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Date of death") LocalDate diedOn,
        @FormField(label = "Told by") DeathSource source,
        @FormField(label = "Related to the treatment") DeathRelation related)
        implements PathwayCommand {}
