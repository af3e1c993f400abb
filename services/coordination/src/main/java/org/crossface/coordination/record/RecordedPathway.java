package org.crossface.coordination.record;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crossface.pathway.state.PathwayState;

/**
 * One pathway, read from its stream.
 *
 * @param patientId whose pathway it is, of linked persons the main one
 * @param sequence number of its last event, which is its version
 * @param position global position of that event
 * @param state fold of the effective facts, their values as tables hold them
 * @param facts every event in the order of recording, corrected ones included
 */
public record RecordedPathway(
        String pathwayId,
        String patientId,
        String siteId,
        String zone,
        long sequence,
        long position,
        PathwayState state,
        List<RecordedFact> facts) {

    public RecordedPathway {
        facts = List.copyOf(facts);
    }

    /** Whose data it holds: that of the person whose pathway it is, and of the patient who was referred, if they are linked. */
    public Set<String> patientIds() {
        return new HashSet<>(List.of(patientId, state.intake().patientId()));
    }
}
