package org.crossface.billing.relay;

/** A charge that no attempt will publish as it is. The message holds no content of the charge. */
final class UnpublishableCharge extends RuntimeException {

    UnpublishableCharge(String message) {
        super(message);
    }

    UnpublishableCharge(String message, Throwable cause) {
        super(message, cause);
    }
}
