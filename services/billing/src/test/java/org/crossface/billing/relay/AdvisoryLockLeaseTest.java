package org.crossface.billing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdvisoryLockLeaseTest {

    private final TestPostgres postgres = TestPostgres.with();

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Test
    void oneAtATimeHoldsTheLease() {
        AdvisoryLockLease one = new AdvisoryLockLease(postgres.server());
        AdvisoryLockLease other = new AdvisoryLockLease(postgres.server());
        assertThat(one.acquire()).isTrue();
        assertThat(other.acquire()).isFalse();
        assertThat(one.isHeld()).isTrue();

        one.release();

        assertThat(one.isHeld()).isFalse();
        assertThat(other.acquire()).isTrue();
        other.release();
    }

    /** A connection on which nothing can be asked: its transaction has failed. */
    private static final class Spoilt extends DelegatingDataSource {

        private Spoilt(HikariDataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT 1 / 0");
            } catch (SQLException wanted) {
                return connection;
            }
            throw new IllegalStateException("Division by zero has a result");
        }
    }

    @Test
    void aConnectionOnWhichTheLeaseCannotBeAskedForGoesBackToThePool() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(postgres.endpoint().url());
            pool.setUsername(postgres.endpoint().server().user());
            pool.setPassword(postgres.endpoint().server().password());
            AdvisoryLockLease lease = new AdvisoryLockLease(new Spoilt(pool));

            assertThatThrownBy(lease::acquire).isInstanceOf(DataAccessResourceFailureException.class);

            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }
}
