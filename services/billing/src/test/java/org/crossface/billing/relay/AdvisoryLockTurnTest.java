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
class AdvisoryLockTurnTest {

    private final TestPostgres postgres = TestPostgres.with();

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Test
    void oneAtATimeHasTheTurn() {
        AdvisoryLockTurn one = new AdvisoryLockTurn(postgres.server());
        AdvisoryLockTurn other = new AdvisoryLockTurn(postgres.server());
        assertThat(one.take()).isTrue();
        assertThat(other.take()).isFalse();
        assertThat(one.isMine()).isTrue();

        one.giveBack();

        assertThat(one.isMine()).isFalse();
        assertThat(other.take()).isTrue();
        other.giveBack();
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
    void aConnectionOnWhichTheTurnCannotBeAskedForGoesBackToThePool() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(postgres.endpoint().url());
            pool.setUsername(postgres.endpoint().server().user());
            pool.setPassword(postgres.endpoint().server().password());
            AdvisoryLockTurn turn = new AdvisoryLockTurn(new Spoilt(pool));

            assertThatThrownBy(turn::take).isInstanceOf(DataAccessResourceFailureException.class);

            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }
}
