package org.crossface.pathway.recovery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crossface.pathway.PathwayEvent;

/**
 * Recovery and discharge, by case.
 *
 * @param byCase in the order of admission to recovery
 */
public record Recoveries(Map<String, Recovery> byCase) {

    /** Before anything happened. */
    public static Recoveries none() {
        return new Recoveries(Map.of());
    }

    /** The recovery of this case; an empty one before its first fact. */
    public Recovery of(String caseId) {
        return byCase.getOrDefault(caseId, Recovery.notStarted(caseId));
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Recoveries evolve(PathwayEvent event) {
        if (!(event instanceof RecoveryFact fact)) {
            return this;
        }
        Map<String, Recovery> next = new LinkedHashMap<>(byCase);
        next.put(fact.caseId(), of(fact.caseId()).with(fact));
        return new Recoveries(next);
    }
}
