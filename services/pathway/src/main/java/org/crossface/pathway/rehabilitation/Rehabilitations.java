package org.crossface.pathway.rehabilitation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossface.pathway.rehabilitation.events.FlapFact;
import org.crossface.pathway.rehabilitation.events.PathwayClosedWithoutMuscle;
import org.crossface.pathway.rehabilitation.events.PathwayCompleted;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeClass;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * Therapy and outcome of each transferred muscle, and the result of the pathway.
 *
 * @param byFlap by the identifier of the muscle, in the order of the first fact
 * @param result {@code null} until the pathway is completed
 */
public record Rehabilitations(
        Map<String, Rehabilitation> byFlap, @Nullable OutcomeClass result) {

    /** Keeps its own copy of the map, in its order. */
    public Rehabilitations {
        byFlap = Collections.unmodifiableMap(new LinkedHashMap<>(byFlap));
    }

    /** Before anything happened. */
    public static Rehabilitations none() {
        return new Rehabilitations(Map.of(), null);
    }

    /** Of this muscle. */
    public Rehabilitation of(String flapId) {
        return byFlap.getOrDefault(flapId, Rehabilitation.none());
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Rehabilitations evolve(PathwayEvent event) {
        return switch (event) {
            case FlapFact fact -> with(fact.flapId() == null ? "" : fact.flapId(), fact);
            case PathwayCompleted completed -> new Rehabilitations(byFlap, completed.outcome());
            case PathwayClosedWithoutMuscle closed -> new Rehabilitations(byFlap, OutcomeClass.NOT_MET);
            default -> this;
        };
    }

    private Rehabilitations with(String flapId, FlapFact fact) {
        Map<String, Rehabilitation> more = new LinkedHashMap<>(byFlap);
        more.put(flapId, of(flapId).after(fact));
        return new Rehabilitations(more, result);
    }
}
