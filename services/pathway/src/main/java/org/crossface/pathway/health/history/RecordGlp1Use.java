package org.crossface.pathway.health.history;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.health.Glp1UseRecorded;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records whether the patient takes a GLP-1 agonist. */
public record RecordGlp1Use(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Stage") Stage stage,

        @FormField(
                label = "Takes a GLP-1 agonist",
                help = "Such as semaglutide, liraglutide, dulaglutide or tirzepatide")
        boolean taken,

        @FormField(label = "Drug", max = 120) @Nullable String agent,
        @FormField(label = "Last taken on") @Nullable LocalDate lastTakenOn)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordGlp1Use> USE_CASE = UseCase.of(RecordGlp1Use.class, "Record GLP-1 use")
            .by(Role.PREOP_NURSE, Role.ANESTHESIOLOGIST)
            .in(Phases.PREPARATION)
            .checks(RiskRules.AGENT_IS_NAMED)
            .records(Glp1UseRecorded.class);
}
