package org.crossface.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.users.User;
import org.crossface.identity.users.Users;
import org.crossface.platform.api.Role;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class OpenSessionsTest {

    private static final TestPostgres postgres = TestPostgres.with(new ModuleSchema("identity"));
    private static final User MIA = new User(
            "user-1", "mia", "Mia Ito", Set.of(Role.SURGEON), "org-center", Set.of("site-bayview"), false, false);

    private final Users users = new Users(postgres.serverJdbc(), new Argon2PasswordEncoder(16, 32, 1, 1024, 1), false);
    private final OpenSessions sessions = new OpenSessions(postgres.serverJdbc());
    private final CurrentActor mia = MIA.actingAs(Role.SURGEON);
    private final String session = UUID.randomUUID().toString();

    @BeforeEach
    void signedIn() {
        postgres.ownerJdbc()
                .sql("TRUNCATE identity.app_user, identity.api_token, identity.spring_session CASCADE")
                .update();
        users.add(MIA, "correct horse battery");
        open(session, Instant.now().plusSeconds(60));
    }

    private static void open(String session, Instant expires) {
        postgres.serverJdbc()
                .sql("INSERT INTO identity.spring_session (primary_id, session_id, creation_time, last_access_time,"
                        + " max_inactive_interval, expiry_time, principal_name) VALUES (?, ?, 0, 0, 60, ?, 'user-1')")
                .params(UUID.randomUUID().toString(), session, expires.toEpochMilli())
                .update();
    }

    @Test
    void aSessionHoldsWhileNobodyEndsIt() {
        String other = UUID.randomUUID().toString();
        assertThat(sessions.among(Map.of(session, mia, other, mia))).containsExactly(session);
        assertThat(sessions.among(Map.of())).isEmpty();
    }

    @Test
    void itEndsWithItsRowAndItsTime() {
        String late = UUID.randomUUID().toString();
        open(late, Instant.now().minusSeconds(1));
        assertThat(sessions.among(Map.of(late, mia))).isEmpty();
        postgres.serverJdbc().sql("DELETE FROM identity.spring_session").update();
        assertThat(sessions.among(Map.of(session, mia))).isEmpty();
    }

    @Test
    void itEndsWhenItsUserIsDisabledOrGetsAnotherPassword() {
        users.disable("user-1");
        assertThat(sessions.among(Map.of(session, mia))).isEmpty();

        signedIn();
        users.changePassword(MIA, "another long password");
        assertThat(sessions.among(Map.of(session, mia))).isEmpty();
    }

    @Test
    void itEndsWhenItsUserLosesTheRoleOrASite() {
        users.changeAccess("user-1", Set.of(Role.THERAPIST), Set.of("site-bayview"));
        assertThat(sessions.among(Map.of(session, mia))).isEmpty();
        assertThat(users.withId("user-1").orElseThrow().roles()).containsExactly(Role.THERAPIST);
    }

    @Test
    void itEndsTooWhenTheRowsOfTheUserAreChangedByHand() {
        for (String change :
                new String[] {"roles = ARRAY['PT']", "sites = ARRAY['site-lakeside']", "disabled = true"}) {
            signedIn();
            assertThat(sessions.among(Map.of(session, mia))).as(change).isNotEmpty();
            postgres.ownerJdbc().sql("UPDATE identity.app_user SET " + change).update();
            assertThat(sessions.among(Map.of(session, mia))).as(change).isEmpty();
        }
    }
}
