package org.crossface.pathway.surgery.admission;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.neurotization.growth.NeurotizationRules;
import org.crossface.pathway.scheduling.readiness.ReadinessRules;
import org.crossface.pathway.surgery.events.PatientAdmitted;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

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
        String preSurgicalAssessmentBy,

        @FormField(label = "Medication confirmed", help = "The list of medication was read to the patient") @Nullable
        Boolean medicationConfirmed)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AdmitPatient> USE_CASE = UseCase.of(AdmitPatient.class, "Admit patient")
            .by(Role.PREOP_NURSE)
            .in(Phases.OPERATION)
            .answers("APPT")
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.CASE_IS_LIVE,
                    CaseRules.PATIENT_IS_NOT_ADMITTED_YET,
                    ReadinessRules.CLEARANCE_STANDS,
                    NeurotizationRules.GRAFT_IS_NEUROTIZED,
                    NeurotizationRules.AXONS_HAD_TIME,
                    NeurotizationRules.GRAFT_IS_THERE,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .checks(AdmissionRules.IDENTITY_IS_CHECKED_AT_ADMISSION, AdmissionRules.MEDICATION_IS_LISTED)
            .records(PatientAdmitted.class);
}
