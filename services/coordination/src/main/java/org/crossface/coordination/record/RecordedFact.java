package org.crossface.coordination.record;

import java.time.Instant;
import org.crossface.pathway.vocabulary.PathwayEvent;

/**
 * One event of a pathway.
 *
 * @param name logical name, such as {@code surgery.stage-one-completed}
 * @param recordedAt domain time of recording
 * @param actor opaque identifier
 * @param request identifier of the request that brought the command
 */
public record RecordedFact(
        long sequence,
        String name,
        int revision,
        Instant recordedAt,
        String actor,
        String role,
        String request,
        PathwayEvent fact) {}
