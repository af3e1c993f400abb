package org.crossface.platform.dispatch;

/** The idempotency key was used before with another request, so it identifies neither. */
public final class IdempotencyKeyReused extends RuntimeException {

    private final String key;

    public IdempotencyKeyReused(String key) {
        super("The idempotency key " + key + " was used for another request");
        this.key = key;
    }

    public String key() {
        return key;
    }
}
