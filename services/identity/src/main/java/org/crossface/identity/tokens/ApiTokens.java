package org.crossface.identity.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.users.User;
import org.crossface.identity.users.Users;
import org.crossface.platform.api.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opaque bearer tokens of the REST API: 256 random bits, of which only the SHA-256 is kept. A token acts in one role and expires after
 * 12 hours of system time, or when its user is disabled or changes the password.
 */
public final class ApiTokens {

    /** How long a token is valid. */
    public static final Duration VALID_FOR = Duration.ofHours(12);

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final Users users;
    private final SecureRandom random;

    public ApiTokens(JdbcClient jdbc, Users users, SecureRandom random) {
        this.jdbc = jdbc;
        this.users = users;
        this.random = random;
    }

    /** A token as it is returned to its user, once. */
    public record Issued(String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "Issued[expiresAt=" + expiresAt + "]";
        }
    }

    /** Makes a token for an actor. */
    public Issued issue(CurrentActor actor) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("DELETE FROM identity.api_token WHERE expires_at < clock_timestamp()")
                .update();
        OffsetDateTime expiresAt = jdbc.sql("""
                        INSERT INTO identity.api_token (token_sha256, user_id, role, expires_at)
                        VALUES (?, ?, ?, clock_timestamp() + make_interval(secs => ?)) RETURNING expires_at""")
                .params(sha256(token), actor.id(), actor.role().code(), VALID_FOR.toSeconds())
                .query(OffsetDateTime.class)
                .single();
        return new Issued(token, expiresAt.toInstant());
    }

    /** The holder of this token; empty when it is unknown, has expired or its holder may not use it any more. */
    public Optional<CurrentActor> holderOf(String token) {
        return jdbc.sql("""
                        SELECT user_id, role FROM identity.api_token
                         WHERE token_sha256 = ? AND expires_at > clock_timestamp()""")
                .param(sha256(token))
                .query(Holder.class)
                .optional()
                .flatMap(holder -> users.withId(holder.userId())
                        .filter(ApiTokens::mayAct)
                        .filter(user -> user.roles().contains(Role.ofCode(holder.role())))
                        .map(user -> user.actingAs(Role.ofCode(holder.role()))));
    }

    private static boolean mayAct(User user) {
        return !user.disabled() && !user.mustChangePassword();
    }

    /** Ends a token; nothing happens when it is unknown. */
    public void revoke(String token) {
        jdbc.sql("DELETE FROM identity.api_token WHERE token_sha256 = ?")
                .param(sha256(token))
                .update();
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private record Holder(String userId, String role) {}
}
