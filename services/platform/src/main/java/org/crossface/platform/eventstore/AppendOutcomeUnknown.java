package org.crossface.platform.eventstore;

/**
 * Something went wrong after events may have been sent, mostly the connection to the database, and the database could not be asked since
 * whether they are stored.
 * They are stored as a whole or not at all. A request with an idempotency key may be repeated: it has one effect.
 */
public final class AppendOutcomeUnknown extends RuntimeException {

    public AppendOutcomeUnknown(Throwable cause) {
        super("Whether the events were stored is not known, and the database could not be asked", cause);
    }
}
