package org.crossface.audit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.crossface.platform.api.AccessLog.Access;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class JdbcAccessLogTest {

    private static final Instant NOON = Instant.parse("2025-01-14T12:00:00Z");
    private static final TestPostgres postgres = TestPostgres.with(new ModuleSchema("audit"));

    private final JdbcAccessLog log = new JdbcAccessLog(postgres.serverJdbc());

    @BeforeEach
    void empty() {
        postgres.ownerJdbc().sql("TRUNCATE audit.access").update();
    }

    @Test
    void itAnswersWhoReadAPatientBetweenTwoInstants() {
        Access before = access("user-1", NOON.minusSeconds(1), "patient-1");
        Access first = access("user-1", NOON, "patient-1", "patient-2");
        Access other = access("user-2", NOON.plusSeconds(1), "patient-2");
        Access second = access("user-2", NOON.plusSeconds(59), "patient-1");
        Access after = access("user-1", NOON.plusSeconds(60), "patient-1");
        for (Access each : new Access[] {before, first, other, second, after}) {
            log.record(each);
        }

        assertThat(log.ofPatient("patient-1", NOON, NOON.plusSeconds(60))).containsExactly(first, second);
        assertThat(log.ofActor("user-2", NOON, NOON.plusSeconds(60))).containsExactly(other, second);
    }

    @Test
    void aSearchThatFoundNobodyIsKeptToo() {
        Access nobody =
                new Access(NOON, "user-1", "SURGEON", Set.of(), Set.of(), "clinical/search", "TREAT", "SHOWN", null);
        log.record(nobody);
        assertThat(log.ofActor("user-1", NOON, NOON.plusSeconds(1))).containsExactly(nobody);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE audit.access SET actor = 'nobody'", "DELETE FROM audit.access", "TRUNCATE audit.access"})
    void theServerCannotChangeOrRemoveARow(String statement) {
        log.record(access("user-1", NOON, "patient-1"));
        assertThatThrownBy(() -> postgres.serverJdbc().sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private static Access access(String actor, Instant at, String... patients) {
        return new Access(
                at,
                actor,
                "SURGEON",
                Set.of("site-bayview"),
                Set.of(patients),
                "clinical/pathway",
                "TREAT",
                "SHOWN",
                "request-1");
    }
}
