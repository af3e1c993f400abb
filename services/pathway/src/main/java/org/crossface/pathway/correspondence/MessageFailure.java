package org.crossface.pathway.correspondence;

/** Why a message did not arrive. */
public enum MessageFailure {
    /** The patient does not agree to be contacted. */
    NO_CONSENT(false),
    /** No address is known, or the person was erased. */
    NO_ADDRESS(false),
    /** A mail server refused the address or the message for good. */
    REFUSED(true),
    /** No mail server took it after many attempts. */
    GIVEN_UP(true),
    /** It could not be sent while it was of use. */
    TOO_LATE(false);

    private final boolean unexpected;

    MessageFailure(boolean unexpected) {
        this.unexpected = unexpected;
    }

    /** Whether somebody has to reach the patient otherwise: the message was sent and came back. */
    public boolean isUnexpected() {
        return unexpected;
    }
}
