package org.crossface.pathway.oversight.concern;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.ConcernKind;
import org.crossface.pathway.oversight.ConcernRaised;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that a rule against operating on the wrong side has stopped a step; the refusal itself changed nothing. */
public record RecordNearMiss(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.OPERATION) @FormField(label = "Case", max = 100) @Nullable
        String caseId,

        @FormField(label = "Rule", min = 1, max = 40) String rule,

        @FormField(label = "Step", min = 1, max = 100) String command)
        implements PathwayCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordNearMiss> USE_CASE = UseCase.of(RecordNearMiss.class, "Record near miss")
            .by(Role.SYSTEM)
            .in(Phases.ANY)
            .records(ConcernRaised.class, concern -> concern.when(fact -> fact.kind() == ConcernKind.NEAR_MISS));
}
