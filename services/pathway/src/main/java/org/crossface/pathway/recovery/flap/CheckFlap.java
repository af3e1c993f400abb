package org.crossface.pathway.recovery.flap;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.recovery.vocabulary.ArterialSignal;
import org.crossface.pathway.recovery.vocabulary.CarePlace;
import org.crossface.pathway.recovery.vocabulary.FlapCheckMethod;
import org.crossface.pathway.recovery.vocabulary.Swelling;
import org.crossface.pathway.recovery.vocabulary.VenousSignal;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records a check of the flap. */
public record CheckFlap(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Arterial signal") ArterialSignal arterial,
        @FormField(label = "Venous signal") VenousSignal venous,
        @FormField(label = "Swelling") Swelling swelling,
        @FormField(label = "Bleeding") boolean bleeding,

        @FormField(label = "Drain", unit = "mL", min = 0, max = 2000, step = 1) @Nullable
        Integer drainMl,

        @FormField(label = "Skin temperature", unit = "°C", min = 20, max = 43, step = 0.1) @Nullable
        Double temperatureC,

        @FormField(label = "Method") FlapCheckMethod method,
        @FormField(label = "Where") CarePlace place,

        @FormField(label = "Comment", multiline = true, max = 1000) @Nullable
        String comment)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CheckFlap> USE_CASE = UseCase.of(CheckFlap.class, "Check flap")
            .answers("T-29")
            .by(Role.PACU_NURSE, Role.AFTERCARE_NURSE, Role.SURGEON)
            .in(Phases.FLAP_WATCH)
            .requires(CaseRules.CASE_IS_KNOWN, FlapRules.FLAP_HAS_BLOOD)
            .checks(FlapRules.LOST_FLAP_HAS_NO_SIGNAL)
            .records(FlapChecked.class);
}
