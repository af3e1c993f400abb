package org.crossface.simulator;

import java.time.Instant;

/** What the simulator asks of a Crossface. */
interface Api {

    /**
     * Takes a step.
     *
     * @throws ServerGone if it is unknown whether the step was taken
     */
    Answer post(Step step);

    /** Moves the demo clock forward; an instant that has passed leaves it as it is. */
    void moveClock(Instant instant);

    /** What the demo clock shows. */
    Instant clock();

    /** The server does not answer; what was asked last has happened or not. */
    final class ServerGone extends RuntimeException {

        ServerGone(String message) {
            super(message);
        }
    }
}
