package org.crossface.pathway.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.vocabulary.PathwayEvent;

/**
 * The facts as they are held to be true: those that were retracted left out, those that were corrected with their new values, at the place
 * of the original. What was recorded stays as it is; an auditor reads it beside this.
 */
public final class EffectiveFacts {

    private EffectiveFacts() {}

    /** The effective facts of these recorded ones, in the same order. */
    public static List<PathwayEvent> of(Iterable<? extends PathwayEvent> recorded) {
        Set<String> retracted = new HashSet<>();
        recorded.forEach(fact -> {
            if (fact instanceof RecordRetracted retraction) {
                retracted.add(retraction.targetFactId());
            }
        });
        Map<String, List<CorrectedField>> corrections = corrections(recorded, retracted);
        List<PathwayEvent> effective = new ArrayList<>();
        for (PathwayEvent fact : recorded) {
            if (!retracted.contains(fact.factId())) {
                List<CorrectedField> fields = corrections.get(fact.factId());
                effective.add(fields == null ? fact : Computed.withValidity(fact, Correction.apply(fact, fields)));
            }
        }
        return List.copyOf(effective);
    }

    /** The effective facts, what is computed of each computed from those before it. */
    public static List<PathwayEvent> computed(Iterable<? extends PathwayEvent> recorded) {
        List<PathwayEvent> computed = new ArrayList<>();
        PathwayState state = PathwayState.none();
        for (PathwayEvent fact : of(recorded)) {
            computed.add(Computed.anew(state, fact));
            state = state.evolve(fact);
        }
        return List.copyOf(computed);
    }

    /** Whether this fact changes an earlier one, so that the state has to be folded anew from all facts. */
    public static boolean changes(PathwayEvent fact) {
        return fact instanceof RecordCorrected || fact instanceof RecordRetracted;
    }

    private static Map<String, List<CorrectedField>> corrections(
            Iterable<? extends PathwayEvent> recorded, Set<String> retracted) {
        Map<String, List<CorrectedField>> corrections = new HashMap<>();
        for (PathwayEvent fact : recorded) {
            if (fact instanceof RecordCorrected correction && !retracted.contains(correction.factId())) {
                corrections
                        .computeIfAbsent(correction.targetFactId(), id -> new ArrayList<>())
                        .addAll(all(correction));
            }
        }
        return corrections;
    }

    /** After erasure the personal values are gone, and with them their correction. */
    private static List<CorrectedField> all(RecordCorrected correction) {
        List<CorrectedField> personal = correction.personalFields();
        return personal == null
                ? correction.fields()
                : Stream.concat(correction.fields().stream(), personal.stream()).toList();
    }
}
