package org.crossface.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.crossface.identity.signin.ChooseRole;
import org.crossface.identity.signin.TooManyAttempts;
import org.crossface.platform.api.Role;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Redirects to the form with the cause: {@code ?choose=ON,PACU} for a user with several roles, {@code ?wait=840} (seconds) after too many attempts,
 * else {@code ?error}.
 */
final class SignInFailed implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String query = switch (failure) {
            case ChooseRole several ->
                "choose=" + several.choices().stream().map(Role::code).collect(Collectors.joining(","));
            case TooManyAttempts tooMany -> "wait=" + tooMany.retryAfter().toSeconds();
            default -> "error";
        };
        response.sendRedirect(request.getContextPath() + "/sign-in?" + query);
    }
}
