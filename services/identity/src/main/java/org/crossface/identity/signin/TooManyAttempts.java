package org.crossface.identity.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts to sign in have failed lately. */
public final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooManyAttempts(Duration retryAfter) {
        super("Too many attempts");
        this.retryAfter = retryAfter;
    }

    /** Time from now until the next attempt is accepted. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
