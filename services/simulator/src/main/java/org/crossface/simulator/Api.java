package org.crossface.simulator;

import java.time.Instant;

/** The part of Crossface's API that the simulator uses. */
interface Api {

    /**
     * Sends the request of a step.
     *
     * @throws ServerGone if its outcome is unknown
     */
    Answer send(Step step);

    /** Moves the demo clock forward; an instant that has passed leaves it as it is. */
    void moveClock(Instant instant);

    /** The time of the demo clock. */
    Instant clock();

    /** The server does not answer. The outcome of the last request is unknown. */
    final class ServerGone extends RuntimeException {

        ServerGone(String message) {
            super(message);
        }
    }
}
