package org.crossface.pathway.recovery.pacu;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.AldreteScored;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Takes the modified Aldrete score. */
public record ScoreAldrete(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Activity", unit = "points", min = 0, max = 2, step = 1)
        int activity,

        @FormField(label = "Respiration", unit = "points", min = 0, max = 2, step = 1)
        int respiration,

        @FormField(label = "Circulation", unit = "points", min = 0, max = 2, step = 1)
        int circulation,

        @FormField(label = "Consciousness", unit = "points", min = 0, max = 2, step = 1)
        int consciousness,

        @FormField(label = "Oxygen saturation", unit = "points", min = 0, max = 2, step = 1)
        int oxygenSaturation,

        @FormField(label = "Total", unit = "points", min = 0, max = 10, step = 1, help = "Leave empty: it is computed")
        @Nullable
        Integer total)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ScoreAldrete> USE_CASE = UseCase.of(ScoreAldrete.class, "Score Aldrete")
            .by(Role.PACU_NURSE)
            .in(Phases.SURGERY_AND_RECOVERY)
            .requires(CaseRules.CASE_IS_KNOWN, RecoveryRules.PATIENT_IS_IN_RECOVERY)
            .checks(RecoveryRules.ALDRETE_TOTAL_IS_THE_SUM)
            .records(AldreteScored.class);
}
