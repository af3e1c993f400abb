package org.crossface.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GuardedSessionTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final SessionLimits SHORT =
            new SessionLimits(SECOND, SECOND, SECOND, SECOND, SECOND, SECOND, SECOND);
    private static final Login NOBODY = new Login("nobody", "secret");

    /** Takes connections, as a stopped PostgreSQL or a host behind a cut does, and never answers. */
    private static ServerSocket silent() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static PostgresEndpoint at(ServerSocket server) {
        return new PostgresEndpoint(
                "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/crossface", null, NOBODY, NOBODY, SHORT);
    }

    @Test
    void nobodyWaitsLongForAServerThatTakesConnectionsAndNeverAnswers() throws IOException {
        try (ServerSocket server = silent()) {
            PostgresEndpoint endpoint = at(server);
            long begin = System.nanoTime();
            assertThatThrownBy(() -> GuardedSession.open(endpoint, NOBODY, "test", SECOND))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> GuardedSession.ofOwner(endpoint)).isInstanceOf(SQLException.class);
            assertThatThrownBy(
                            () -> GuardedSession.ofMigrations(endpoint, NOBODY).getConnection())
                    .isInstanceOf(SQLException.class);
            var config = GuardedSession.pool(endpoint, "silent", 1);
            config.setInitializationFailTimeout(-1);
            try (HikariDataSource pool = new HikariDataSource(config)) {
                assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void everySessionHasTheLimitOfItsKind() throws SQLException {
        PostgresEndpoint endpoint = TestPostgres.with().endpoint();
        try (Connection own = GuardedSession.open(endpoint, endpoint.server(), "test", Duration.ofSeconds(7));
                Connection owner = GuardedSession.ofOwner(endpoint);
                Connection migration =
                        GuardedSession.ofMigrations(endpoint, endpoint.owner()).getConnection()) {
            assertThat(own.getNetworkTimeout()).isEqualTo(7_000);
            assertThat(owner.getNetworkTimeout()).isEqualTo(300_000);
            assertThat(migration.getNetworkTimeout()).isEqualTo(1_800_000);
        }
    }

    @Test
    void aLimitThatTheDriverWouldTakeForNoneIsRefused() {
        assertThatThrownBy(() -> SessionLimits.USUAL.quick(Duration.ofMillis(900)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("crossface.postgres.limits.connect");
    }
}
