package org.crossface.billing.relay;

/** The event store is not the one, or is older than the one, whose charges are in the topic; going on would lose charges silently. */
public final class StoreMismatch extends RuntimeException {

    StoreMismatch(String message) {
        super(message);
    }
}
