package org.crossface.platform.dispatch;

import org.jspecify.annotations.Nullable;

/** The only entry for commands of people and of other systems. */
public interface CommandDispatch {

    /**
     * Handles a command and returns when its events are durable. A conflict with a concurrent change is retried a few times.
     *
     * <p>A refusal of the domain is thrown as the handler threw it.
     *
     * @throws org.crossface.platform.api.values.UnstorableValue if a value cannot be stored, shown and replayed; no rule has been evaluated
     * @throws VersionConflict if the envelope expects a version and the stream is at another
     * @throws IdempotencyKeyReused if the envelope's idempotency key came with another request before
     */
    Receipt send(Object command, Envelope envelope);

    /**
     * The same for a command whose handler returns something.
     *
     * @return what the handler returned; {@code null} if it returned nothing, or if this is the answer of an earlier request
     * @throws UnsupportedOperationException if this entry tells receipts only
     */
    default @Nullable Object ask(Object command, Envelope envelope) {
        throw new UnsupportedOperationException("This entry answers with receipts only");
    }
}
