package org.crossface.platform.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.crossface.platform.schema.GuardedSession;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Status;

@Timeout(60)
class DatabaseWatchTest {

    private final PostgresEndpoint endpoint = TestPostgres.with().endpoint();

    private Connection open() throws SQLException {
        return GuardedSession.open(endpoint, endpoint.server(), "watch", DatabaseWatch.LIMIT);
    }

    private static void awaitStatus(DatabaseWatch watch, Status status) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(() -> watch.health().getStatus().equals(status));
    }

    @Test
    void isDownWhileNoConnectionIsToBeHadAndUpAfterwards() {
        AtomicBoolean away = new AtomicBoolean();
        try (DatabaseWatch watch = DatabaseWatch.start(() -> {
            if (away.get()) {
                throw new SQLException("connection refused");
            }
            return open();
        })) {
            awaitStatus(watch, Status.UP);
            away.set(true);
            awaitStatus(watch, Status.DOWN);
            assertThat(watch.health().getDetails()).containsEntry("fault", "connection refused");
            away.set(false);
            awaitStatus(watch, Status.UP);
        }
    }

    @Test
    void isDownInTimeWhenTheQuestionItselfHangs() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        AtomicBoolean hangs = new AtomicBoolean();
        try (DatabaseWatch watch = DatabaseWatch.start(() -> {
            if (hangs.get()) {
                try {
                    hanging.await();
                } catch (InterruptedException e) {
                    throw new SQLException(e);
                }
            }
            return open();
        })) {
            awaitStatus(watch, Status.UP);
            long begin = System.nanoTime();
            hangs.set(true);
            awaitStatus(watch, Status.DOWN);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
            hanging.countDown();
            hangs.set(false);
            awaitStatus(watch, Status.UP);
        }
    }
}
