package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;

/** Admits the patient to phase I of the recovery. */
public record AdmitToRecovery(@TargetAggregateIdentifier String pathwayId, OffsetDateTime occurredAt, String caseId)
        implements CaseCommand {}
