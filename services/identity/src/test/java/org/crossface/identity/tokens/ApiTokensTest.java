package org.crossface.identity.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.users.User;
import org.crossface.identity.users.Users;
import org.crossface.platform.api.Role;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class ApiTokensTest {

    private static final TestPostgres postgres = TestPostgres.with(new ModuleSchema("identity"));

    private final Users users = new Users(postgres.serverJdbc(), new Argon2PasswordEncoder(16, 32, 1, 1024, 1), false);
    private final ApiTokens tokens = new ApiTokens(postgres.serverJdbc(), users, new SecureRandom());
    private final User mia = new User(
            "u1", "mia", "Mia Ito", Set.of(Role.SURGEON), "org-practice", Set.of("site-bayview"), false, false);

    @BeforeEach
    void oneUser() {
        postgres.ownerJdbc().sql("TRUNCATE identity.app_user CASCADE").update();
        users.add(mia, "correct horse battery");
    }

    @Test
    void aTokenNamesItsHolderForTwelveHours() {
        ApiTokens.Issued issued = tokens.issue(mia.actingAs(Role.SURGEON));

        assertThat(Base64.getUrlDecoder().decode(issued.token())).hasSize(32);
        assertThat(Duration.between(Instant.now(), issued.expiresAt()))
                .isBetween(Duration.ofHours(11), Duration.ofHours(12).plusMinutes(1));
        assertThat(tokens.holderOf(issued.token()))
                .contains(
                        new CurrentActor("u1", "mia", "Mia Ito", Role.SURGEON, "org-practice", Set.of("site-bayview")));
    }

    @Test
    void theTokenItselfIsKeptNowhere() {
        String token = tokens.issue(mia.actingAs(Role.SURGEON)).token();
        assertThat(postgres.placesOf(token)).isEmpty();
    }

    @Test
    void unknownRevokedAndExpiredTokensNameNobody() {
        String revoked = tokens.issue(mia.actingAs(Role.SURGEON)).token();
        tokens.revoke(revoked);
        String expired = tokens.issue(mia.actingAs(Role.SURGEON)).token();
        assertThat(tokens.holderOf(expired)).isPresent();
        postgres.ownerJdbc()
                .sql("UPDATE identity.api_token SET expires_at = clock_timestamp()")
                .update();

        assertThat(tokens.holderOf("unknown")).isEmpty();
        assertThat(tokens.holderOf(revoked)).isEmpty();
        assertThat(tokens.holderOf(expired)).isEmpty();
    }

    @Test
    void aDisabledUsersTokensEndAtOnce() {
        String token = tokens.issue(mia.actingAs(Role.SURGEON)).token();
        users.disable("u1");
        assertThat(tokens.holderOf(token)).isEmpty();
    }

    @Test
    void aRoleThatWasTakenAwayIsNoLongerActedIn() {
        String token = tokens.issue(mia.actingAs(Role.SURGEON)).token();
        postgres.ownerJdbc()
                .sql("UPDATE identity.app_user SET roles = ARRAY['PT']")
                .update();
        assertThat(tokens.holderOf(token)).isEmpty();
    }
}
