package org.crossface.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.crossface.identity.IdentityConfiguration;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** Two requests of one browser that have read its session, and save it one after the other. */
class SessionUpdateTest {

    private static final TestPostgres postgres = TestPostgres.with(new ModuleSchema("identity"));

    private final FindByIndexNameSessionRepository<? extends Session> sessions = repository();

    private static FindByIndexNameSessionRepository<? extends Session> repository() {
        JdbcIndexedSessionRepository repository = new JdbcIndexedSessionRepository(
                new JdbcTemplate(postgres.server()),
                new TransactionTemplate(new JdbcTransactionManager(postgres.server())));
        repository.setTableName("identity.spring_session");
        new IdentityConfiguration().sessionsForPostgres().customize(repository);
        return repository;
    }

    @Test
    void aRequestThatEndsAfterTheSignInDoesNotUndoIt() {
        String anonymous = opened(sessions);
        String signedIn = signInWhileAnotherRequestIsServed(sessions, anonymous);
        assertThat(sessions.findById(signedIn)).isNotNull();
        assertThat(sessions.findById(anonymous)).isNull();
        assertThat(sessions.findByPrincipalName("user-1")).containsKey(signedIn);

        String again = signInWhileAnotherRequestIsServed(sessions, signedIn);
        assertThat(sessions.findById(again)).isNotNull();
        assertThat(sessions.findById(signedIn)).isNull();
        assertThat(sessions.findByPrincipalName("user-1")).containsOnlyKeys(again);
    }

    @Test
    void eachRequestProlongsTheSessionAndASignOutEndsItForAll() {
        String id = opened(sessions);
        String signedIn = signInWhileAnotherRequestIsServed(sessions, id);
        endsAnHourLater(sessions, signedIn);
        assertThat(known(sessions, signedIn).getLastAccessedTime())
                .isAfter(Instant.now().plusSeconds(3_000));
        sessions.deleteById(signedIn);
        assertThat(sessions.findById(signedIn)).isNull();
    }

    private static <S extends Session> String opened(FindByIndexNameSessionRepository<S> sessions) {
        S session = sessions.createSession();
        session.setAttribute("token", "1");
        sessions.save(session);
        return session.getId();
    }

    private static <S extends Session> String signInWhileAnotherRequestIsServed(
            FindByIndexNameSessionRepository<S> sessions, String id) {
        S icon = known(sessions, id);
        S form = known(sessions, id);
        String signedIn = form.changeSessionId();
        form.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, "user-1");
        sessions.save(form);
        icon.setLastAccessedTime(Instant.now());
        sessions.save(icon);
        return signedIn;
    }

    private static <S extends Session> void endsAnHourLater(FindByIndexNameSessionRepository<S> sessions, String id) {
        S session = known(sessions, id);
        session.setLastAccessedTime(Instant.now().plusSeconds(3_600));
        sessions.save(session);
    }

    private static <S extends Session> S known(FindByIndexNameSessionRepository<S> sessions, String id) {
        return Objects.requireNonNull(sessions.findById(id));
    }
}
