package org.crossface.pathway.surgery.admission;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.events.FastingVerified;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records when the patient last drank and ate. */
public record VerifyFasting(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Last clear liquid", help = "Empty if none since yesterday") @Nullable
        OffsetDateTime lastClearAt,

        @FormField(label = "Last light meal or milk", help = "Empty if none since yesterday") @Nullable
        OffsetDateTime lastLightMealAt,

        @FormField(label = "Last full or fatty meal", help = "Empty if none since yesterday") @Nullable
        OffsetDateTime lastFullMealAt)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<VerifyFasting> USE_CASE = UseCase.of(VerifyFasting.class, "Verify fasting")
            .by(Role.PREOP_NURSE, Role.ANESTHESIOLOGIST)
            .in(Phases.OPERATION)
            .requires(CaseRules.CASE_IS_KNOWN, CaseRules.CASE_IS_LIVE, CaseRules.PATIENT_WAS_ADMITTED)
            .records(FastingVerified.class);
}
