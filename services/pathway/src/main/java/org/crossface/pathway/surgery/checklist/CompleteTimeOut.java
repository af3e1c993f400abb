package org.crossface.pathway.surgery.checklist;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.neurotization.growth.NeurotizationRules;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.SafetyTimeOutCompleted;
import org.crossface.pathway.surgery.vocabulary.Antibiotic;
import org.crossface.pathway.surgery.vocabulary.EquipmentKind;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Completes the time-out of the safety checklist, before the incision. */
public record CompleteTimeOut(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Paralysed side of the face") FaceSide faceSide,

        @FormField(label = "Donor branch side", help = "Stage one: the healthy side") @Nullable
        FaceSide donorBranchSide,

        @FormField(label = "Leg of the sural nerve", help = "Stage one") @Nullable
        BodySide legSide,

        @FormField(label = "Thigh of the gracilis", help = "Stage two") @Nullable
        BodySide thighSide,

        @FormField(label = "Team introduced") boolean teamIntroduced,
        @FormField(label = "Patient confirmed") boolean patientConfirmed,
        @FormField(label = "Procedure confirmed") boolean procedureConfirmed,

        @FormField(label = "Antibiotic given at", help = "Empty if none was given") @Nullable
        OffsetDateTime antibioticAt,

        @FormField(label = "Photographs and imaging displayed")
        boolean imagesDisplayed,

        @FormField(label = "Critical steps reviewed") boolean criticalStepsReviewed,

        @FormField(label = "Expected duration", unit = "min", min = 30, max = 900, step = 1)
        int expectedMinutes,

        @FormField(label = "Expected blood loss", unit = "mL", min = 0, max = 2000, step = 1)
        int expectedBloodLossMl,

        @FormField(label = "Sterility confirmed") boolean sterilityConfirmed,

        @FormField(label = "ASA class", min = 1, max = 6, step = 1)
        int asaClass,

        @FormField(label = "Present", min = 1, max = 13) List<Role> participants,

        @FormField(label = "Exceptions", multiline = true, max = 1000, help = "Why an item was not met") @Nullable
        String exceptions,

        @FormField(label = "Antibiotic", help = "Its window before the incision and its repetition follow from it")
        @Nullable
        Antibiotic antibiotic,

        @FormField(label = "Dose of the antibiotic", max = 60, help = "With its unit, such as 2 g") @Nullable
        String antibioticDose,

        @FormField(label = "Equipment missing", max = 6) @Nullable
        List<EquipmentKind> equipmentMissing)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CompleteTimeOut> USE_CASE = UseCase.of(CompleteTimeOut.class, "Complete time-out")
            .by(Role.OR_NURSE, Role.SURGEON, Role.ANESTHESIOLOGIST)
            .in(Phases.OPERATION)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.CASE_IS_LIVE,
                    CaseRules.PATIENT_WAS_ADMITTED,
                    SafetyRules.SIGN_IN_COMES_BEFORE_TIME_OUT,
                    NeurotizationRules.GRAFT_IS_NEUROTIZED,
                    NeurotizationRules.AXONS_HAD_TIME,
                    NeurotizationRules.GRAFT_IS_THERE,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .checks(
                    SideRules.TIME_OUT_AGREES_WITH_CONSENT_AND_MARK,
                    SafetyRules.TEAM_IS_PRESENT,
                    SafetyRules.TIME_OUT_EXCEPTIONS_ARE_EXPLAINED,
                    SafetyRules.ANTIBIOTIC_IS_WHOLE,
                    SafetyRules.NO_ALLERGY_TO_THE_ANTIBIOTIC)
            .records(SafetyTimeOutCompleted.class);
}
