package org.crossface.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.signin.ActorAuthentication;
import org.crossface.identity.signin.SignIn;
import org.crossface.identity.tokens.ApiTokens;
import org.crossface.identity.users.Users;
import org.crossface.web.problem.RequestFault;
import org.crossface.web.security.BearerTokenFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in to the API and out of it. */
@RestController
class TokenController {

    private final SignIn signIn;
    private final ApiTokens tokens;
    private final Users users;

    TokenController(SignIn signIn, ApiTokens tokens, Users users) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.users = users;
    }

    /**
     * Credentials for signing in.
     *
     * @param role code of the role to act in; optional for a user with one role
     */
    record Credentials(
            @Nullable String userName,
            @Nullable String password,
            @Nullable String role) {}

    /** A token for the header {@code Authorization: Bearer}. */
    record Token(String token, Instant expiresAt, String role) {}

    /** A change of one's own password. */
    record PasswordChange(
            @Nullable String userName,
            @Nullable String password,
            @Nullable String newPassword) {}

    /** The user who holds the token. */
    record Me(String id, String displayName, String role, String organisation, Iterable<String> sites) {}

    @PostMapping("/api/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Token issue(@RequestBody Credentials credentials, HttpServletRequest request) {
        ActorAuthentication signedIn = signIn.signIn(
                given("userName", credentials.userName()),
                given("password", credentials.password()),
                credentials.role(),
                request.getRemoteAddr());
        if (signedIn.mustChangePassword()) {
            throw RequestFault.forbidden("The password must be changed first", "Change it with POST /api/password");
        }
        CurrentActor actor = signedIn.getPrincipal();
        ApiTokens.Issued issued = tokens.issue(actor);
        return new Token(issued.token(), issued.expiresAt(), actor.role().code());
    }

    @GetMapping("/api/tokens/current")
    Me holder(@AuthenticationPrincipal CurrentActor actor) {
        return new Me(
                actor.id(),
                actor.displayName(),
                actor.role().code(),
                actor.organisation(),
                actor.sites().stream().sorted().toList());
    }

    @DeleteMapping("/api/tokens/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(HttpServletRequest request) {
        BearerTokenFilter.tokenOf(request).ifPresent(tokens::revoke);
    }

    @PostMapping("/api/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange change, HttpServletRequest request) {
        users.changePassword(
                signIn.prove(
                        given("userName", change.userName()),
                        given("password", change.password()),
                        request.getRemoteAddr()),
                given("newPassword", change.newPassword()));
    }

    private static String given(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw RequestFault.badField(field, field + " is missing", "Give " + field);
        }
        return value;
    }
}
