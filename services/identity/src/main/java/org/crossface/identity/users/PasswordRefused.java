package org.crossface.identity.users;

/** A new password does not satisfy the rules for passwords. */
public final class PasswordRefused extends RuntimeException {

    PasswordRefused(String message) {
        super(message);
    }
}
