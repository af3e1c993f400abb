package org.crossface.platform.eventstore;

/** A request with this idempotency key has been answered before, so nothing was appended. */
public final class RequestKeyTaken extends RuntimeException {

    private final String key;

    public RequestKeyTaken(String key) {
        super("The idempotency key " + key + " has been answered before");
        this.key = key;
    }

    public String key() {
        return key;
    }
}
