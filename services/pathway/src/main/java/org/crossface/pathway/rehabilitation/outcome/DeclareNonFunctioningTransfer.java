package org.crossface.pathway.rehabilitation.outcome;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.rehabilitation.events.NonFunctioningTransferDeclared;
import org.crossface.pathway.rehabilitation.vocabulary.NonFunctionEvidence;
import org.crossface.pathway.surgery.transfer.MuscleSideRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FlapCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Declares that the transferred muscle does not work. */
public record DeclareNonFunctioningTransfer(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Evidence", min = 1, max = 4) List<NonFunctionEvidence> evidence,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note,

        @FormField(label = "Muscle", max = 64, help = "Needed when there are two") @Nullable
        String flapId)
        implements FlapCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<DeclareNonFunctioningTransfer> USE_CASE = UseCase.of(
                    DeclareNonFunctioningTransfer.class, "Declare transfer not functioning")
            .answers("T-47")
            .by(Role.SURGEON)
            .in(Phases.THERAPY)
            .requires(
                    OutcomeRules.MUSCLE_WAS_TRANSFERRED, OutcomeRules.MUSCLE_IS_NAMED, OutcomeRules.MUSCLE_HARDLY_MOVES)
            .fulfils(MuscleSideRules.NO_OTHER_FLAP_IS_IN_USE)
            .records(NonFunctioningTransferDeclared.class);
}
