package org.crossface.platform.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

@Timeout(30)
class TimelyHealthTest {

    private static final Duration LIMIT = Duration.ofMillis(100);

    @Test
    void anIndicatorThatHangsIsDownInTimeAndAskedOnce() {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger questions = new AtomicInteger();
        TimelyHealth timely = new TimelyHealth(
                () -> {
                    questions.incrementAndGet();
                    awaitUninterruptibly(answer);
                    return Health.up().build();
                },
                LIMIT);
        for (int i = 0; i < 3; i++) {
            assertThat(timely.health().getStatus()).isEqualTo(Status.DOWN);
        }
        assertThat(questions).hasValue(1);
        answer.countDown();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> timely.health().getStatus().equals(Status.UP));
        assertThat(questions).hasValueGreaterThan(1);
    }

    @Test
    void anAnswerInTimeIsPassedOn() {
        Health answer = Health.outOfService().withDetail("why", "maintenance").build();
        assertThat(new TimelyHealth(() -> answer, LIMIT).health()).isEqualTo(answer);
    }

    @Test
    void anIndicatorThatFailsIsDown() {
        HealthIndicator failing = () -> {
            throw new IllegalStateException("broken");
        };
        assertThat(new TimelyHealth(failing, LIMIT).health().getStatus()).isEqualTo(Status.DOWN);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
