package org.crossface.billing.relay;

/**
 * The event store is not the one whose charges are in the topic, or was restored to an older point; continuing would lose charges silently.
 */
public final class StoreMismatch extends RuntimeException {

    StoreMismatch(String message) {
        super(message);
    }
}
