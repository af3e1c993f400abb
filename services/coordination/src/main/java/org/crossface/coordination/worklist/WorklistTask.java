package org.crossface.coordination.worklist;

import java.time.Instant;
import java.util.Set;
import org.crossface.pathway.followup.Status;
import org.jspecify.annotations.Nullable;

/**
 * A task of a list at an instant.
 *
 * @param familyName {@code null} when unknown or erased
 * @param siteId surgery centre of the pathway
 * @param status as {@code OpenTask.at} gives it
 * @param rung how many steps of the escalation have been reached; 0 while it is not escalated
 * @param section of the list
 * @param restsUntil until when it rests; {@code null} when it does not
 * @param surgeonIds of the newest operation
 * @param key behind which the next page begins
 * @param sequence number of the newest event of the pathway in this row
 * @param position of that event in the event store
 */
public record WorklistTask(
        String pathwayId,
        String patientId,
        String number,
        @Nullable String familyName,
        @Nullable String givenName,
        boolean erased,
        String siteId,
        Set<String> surgeonIds,
        TaskLine line,
        Status status,
        int rung,
        Section section,
        @Nullable Instant restsUntil,
        String key,
        long sequence,
        long position) {

    /** Keeps its own copy. */
    public WorklistTask {
        surgeonIds = Set.copyOf(surgeonIds);
    }

    /** How commands about it name it. */
    public String name() {
        return line.name();
    }
}
