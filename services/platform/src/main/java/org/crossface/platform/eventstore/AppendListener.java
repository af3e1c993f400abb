package org.crossface.platform.eventstore;

import java.time.Duration;

/** Receives each committed transaction of the group appender, in the writer's thread. */
@FunctionalInterface
public interface AppendListener {

    /**
     * @param units of work that shared the transaction
     * @param events that they appended
     * @param waited how long the first of them had waited in the queue
     * @param took from the request for a connection to the end of the commit
     */
    void committed(int units, int events, Duration waited, Duration took);
}
