package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;

/** Admits the patient to the surgery centre on the day of surgery. */
public record AdmitPatient(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(
                label = "Identifiers checked",
                min = 0,
                max = 5,
                step = 1,
                help = "Two independent identifiers, such as name and date of birth")
        int identifiersChecked,

        @FormField(label = "Allergies confirmed", help = "Known allergies, or that there are none, were confirmed")
        boolean allergiesConfirmed,

        @FormField(label = "Pre-surgical assessment by", min = 1, max = 120)
        String preSurgicalAssessmentBy)
        implements CaseCommand {}
