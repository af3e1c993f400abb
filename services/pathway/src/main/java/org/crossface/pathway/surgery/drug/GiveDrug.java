package org.crossface.pathway.surgery.drug;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.checklist.SafetyRules;
import org.crossface.pathway.surgery.events.DrugGiven;
import org.crossface.pathway.surgery.vocabulary.Antibiotic;
import org.crossface.pathway.surgery.vocabulary.DrugPurpose;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records a drug that was given on the day of surgery: a further antibiotic, or one against thrombosis. */
public record GiveDrug(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Purpose") DrugPurpose purpose,

        @FormField(label = "Antibiotic", help = "Cefazolin again after {antibioticAgainHours} h") @Nullable
        Antibiotic antibiotic,

        @FormField(label = "Other drug", max = 120, help = "Against thrombosis") @Nullable
        String drug,

        @FormField(label = "Dose", min = 1, max = 60, help = "With its unit, such as 2 g")
        String dose,

        @FormField(label = "Continued until", help = "Needed for the joined vessels") @Nullable
        LocalDate until)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<GiveDrug> USE_CASE = UseCase.of(GiveDrug.class, "Record drug given")
            .by(Role.ANESTHESIOLOGIST, Role.SURGEON, Role.OR_NURSE, Role.PACU_NURSE, Role.AFTERCARE_NURSE)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(CaseRules.CASE_IS_KNOWN, CaseRules.PATIENT_WAS_ADMITTED)
            .checks(
                    DrugRules.DRUG_IS_NAMED,
                    DrugRules.END_IS_NAMED,
                    DrugRules.NOTHING_SPEAKS_AGAINST_IT,
                    DrugRules.THROMBOSIS_PROPHYLAXIS_IS_NOT_CONTRAINDICATED)
            .fulfils(SafetyRules.ANTIBIOTIC_WAS_REPEATED)
            .records(DrugGiven.class);
}
