package org.crossface.pathway.recovery.pacu;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.PadssScored;
import org.crossface.pathway.recovery.vocabulary.PadssVariant;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Takes the discharge score. */
public record ScorePadss(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Variant") PadssVariant variant,

        @FormField(label = "Vital signs", unit = "points", min = 0, max = 2, step = 1)
        int vitals,

        @FormField(label = "Activity or ambulation", unit = "points", min = 0, max = 2, step = 1)
        int activity,

        @FormField(
                label = "Nausea and vomiting",
                unit = "points",
                min = 0,
                max = 2,
                step = 1,
                help = "PADSS: pain and nausea together")
        int nausea,

        @FormField(label = "Pain", unit = "points", min = 0, max = 2, step = 1, help = "MPADSS only") @Nullable
        Integer pain,

        @FormField(label = "Surgical bleeding", unit = "points", min = 0, max = 2, step = 1)
        int bleeding,

        @FormField(label = "Intake and output", unit = "points", min = 0, max = 2, step = 1, help = "PADSS only")
        @Nullable
        Integer intakeOutput,

        @FormField(label = "Total", unit = "points", min = 0, max = 10, step = 1, help = "Leave empty: it is computed")
        @Nullable
        Integer total)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ScorePadss> USE_CASE = UseCase.of(ScorePadss.class, "Score home readiness")
            .by(Role.PACU_NURSE)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(CaseRules.CASE_IS_KNOWN, RecoveryRules.PATIENT_IS_IN_RECOVERY)
            .checks(RecoveryRules.PADSS_ITEMS_FIT_THE_VARIANT, RecoveryRules.PADSS_TOTAL_IS_THE_SUM)
            .records(PadssScored.class);
}
