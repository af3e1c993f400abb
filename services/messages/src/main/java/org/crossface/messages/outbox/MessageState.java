package org.crossface.messages.outbox;

import java.util.Optional;
import org.crossface.pathway.correspondence.MessageFailure;
import org.jspecify.annotations.Nullable;

/** How far a message in the outbox has come. */
public enum MessageState {
    /** It waits for a mail server, or for its next attempt. */
    WAITING(null),
    /** A mail server has taken it over. */
    SENT(null),
    /** A mail server refused the address or the message for good. */
    REFUSED(MessageFailure.REFUSED),
    /** It was tried as often as it is tried. */
    GIVEN_UP(MessageFailure.GIVEN_UP),
    /** It was of no use any more before a mail server took it. */
    TOO_LATE(MessageFailure.TOO_LATE),
    /** The patient does not agree to be contacted. */
    NO_CONSENT(MessageFailure.NO_CONSENT),
    /** No address is known. */
    NO_ADDRESS(MessageFailure.NO_ADDRESS);

    private final @Nullable MessageFailure failure;

    MessageState(@Nullable MessageFailure failure) {
        this.failure = failure;
    }

    /** Why it failed, as the pathway records it; empty when it has not. */
    public Optional<MessageFailure> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether an operator has to look at it. */
    public boolean isDead() {
        return failure != null && failure.isUnexpected();
    }
}
