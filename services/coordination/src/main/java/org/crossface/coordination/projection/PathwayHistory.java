package org.crossface.coordination.projection;

import java.util.List;
import org.crossface.pathway.vocabulary.PathwayEvent;

/** Reads the facts of one pathway from the event store. */
@FunctionalInterface
public interface PathwayHistory {

    /** The facts up to and including this number of the stream, in their order. */
    List<PathwayEvent> until(String pathwayId, long sequence);
}
