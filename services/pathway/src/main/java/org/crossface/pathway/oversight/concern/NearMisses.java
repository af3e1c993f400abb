package org.crossface.pathway.oversight.concern;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.platform.api.decision.CommandRefused;

/** Which refusals are near misses: the ones by a rule that keeps a surgeon from the wrong side (INV-04). */
public final class NearMisses {

    private static final Set<String> RULES = Set.of("INV-04");

    private NearMisses() {}

    /** What is to be recorded of this refusal; empty when it is no near miss. */
    public static Optional<RecordNearMiss> in(Object command, CommandRefused refused, OffsetDateTime at) {
        if (!(command instanceof PathwayCommand step)) {
            return Optional.empty();
        }
        return refused.broken().stream()
                .map(broken -> broken.rule().id())
                .filter(RULES::contains)
                .findFirst()
                .map(rule -> new RecordNearMiss(
                        step.pathwayId(),
                        at,
                        step instanceof CaseCommand ofCase ? ofCase.caseId() : null,
                        rule,
                        PathwayCommand.publicName(step.getClass().getSimpleName())));
    }
}
