package org.crossface.pathway.evaluation;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * The face was graded by the eFACE, before treatment or after it; scores follow from the items.
 *
 * @param statics four items 0..100
 * @param dynamics seven items 0..100
 * @param synkinesis four items 0..100
 */
@EventName("evaluation.eface-recorded")
public record EfaceRecorded(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        List<Integer> statics,
        List<Integer> dynamics,
        List<Integer> synkinesis,
        @Harmless String raterId)
        implements EvaluationFact, Encounter {

    /** The grading with its scores. */
    public Eface grading() {
        return new Eface(occurredAt, statics, dynamics, synkinesis);
    }
}
