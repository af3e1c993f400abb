package org.crossface.platform.eventstore;

/**
 * An append failed after its events may have been sent, mostly through a lost connection, and the database has not been reachable since to
 * ask whether they are stored. They are stored as a whole or not at all. A request with an idempotency key may be repeated: it has one
 * effect.
 */
public final class AppendOutcomeUnknown extends RuntimeException {

    public AppendOutcomeUnknown(Throwable cause) {
        super("Whether the events were stored is not known, and the database could not be asked", cause);
    }
}
