package org.crossface.pathway.planning;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.BodySide;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Selects the first plan of an approved candidate. */
public record SelectPlan(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Treatment") TreatmentOption option,
        @FormField(label = "Setting of stage one") @Nullable PlannedSetting stageOneSetting,
        @FormField(label = "Setting of stage two") @Nullable PlannedSetting stageTwoSetting,

        @FormField(label = "Nerve source", help = "What will drive the muscle") @Nullable
        NerveSource nerveSource,

        @FormField(label = "Donor leg", help = "Sural nerve") @Nullable
        BodySide donorLeg,

        @FormField(label = "Donor thigh", help = "Gracilis muscle") @Nullable
        BodySide donorThigh,

        @FormField(label = "Rationale", max = 2000, multiline = true) @Nullable
        String rationale)
        implements PlanEntry {}
