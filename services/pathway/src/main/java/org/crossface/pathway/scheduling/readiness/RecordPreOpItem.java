package org.crossface.pathway.scheduling.readiness;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.scheduling.events.PreOpItemRecorded;
import org.crossface.pathway.scheduling.vocabulary.PreOpItem;
import org.crossface.pathway.scheduling.vocabulary.PreOpResult;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records one item of the pre-operative checklist; a waived item needs its reason. */
public record RecordPreOpItem(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,
        @FormField(label = "Item") PreOpItem item,
        @FormField(label = "Result") PreOpResult result,

        @FormField(label = "Value or reason", max = 500) @Nullable
        String note)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordPreOpItem> USE_CASE = UseCase.of(RecordPreOpItem.class, "Record pre-op item")
            .answers("T-11")
            .by(Role.PREOP_NURSE, Role.ANESTHESIOLOGIST)
            .in(Phases.PREPARATION)
            .checks(ReadinessRules.WAIVED_WITH_REASON)
            .records(PreOpItemRecorded.class);
}
