package org.crossface.platform.readiness;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * A health indicator with a time limit. At most one call of it is running: while one hangs, later callers wait for the same call, so that a
 * monitor cannot fill the node with calls.
 */
final class TimelyHealth implements HealthIndicator {

    private final HealthIndicator indicator;
    private final Duration limit;
    private final AtomicReference<CompletableFuture<Health>> underWay = new AtomicReference<>();

    TimelyHealth(HealthIndicator indicator, Duration limit) {
        this.indicator = indicator;
        this.limit = limit;
    }

    @Override
    public Health health() {
        return within(question());
    }

    private CompletableFuture<Health> question() {
        CompletableFuture<Health> fresh = new CompletableFuture<>();
        CompletableFuture<Health> asked = underWay.compareAndExchange(null, fresh);
        if (asked != null) {
            return asked;
        }
        Thread.ofPlatform().daemon().name("health").start(() -> answer(fresh, indicator::health));
        return fresh;
    }

    private void answer(CompletableFuture<Health> answer, Supplier<Health> question) {
        try {
            Health found = question.get();
            underWay.set(null);
            answer.complete(found);
        } catch (RuntimeException | Error e) {
            underWay.set(null);
            answer.complete(Health.down(e).build());
        }
    }

    private Health within(CompletableFuture<Health> answer) {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hanging) {
            return Health.down()
                    .withDetail("fault", "no answer within " + limit.toMillis() + " ms")
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down().withDetail("fault", "interrupted").build();
        } catch (ExecutionException e) {
            return Health.down(e).build();
        }
    }
}
