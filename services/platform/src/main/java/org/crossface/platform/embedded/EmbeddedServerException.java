package org.crossface.platform.embedded;

/** An embedded PostgreSQL or Kafka could not be started or stopped; the message says what to do. */
public final class EmbeddedServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure that was found by this program. */
    public EmbeddedServerException(String message) {
        super(message);
    }

    /** A failure with its cause. */
    public EmbeddedServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
