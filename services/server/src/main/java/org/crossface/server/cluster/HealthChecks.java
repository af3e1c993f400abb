package org.crossface.server.cluster;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Polls every node for readiness. */
final class HealthChecks implements AutoCloseable {

    /** Readiness, not liveness: a stopping node refuses requests before it ends. */
    private static final String READY = "/actuator/health/readiness";

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN)
            .build();
    private final ScheduledExecutorService timer;

    HealthChecks(List<Target> targets) {
        timer = Executors.newScheduledThreadPool(
                targets.size(), Thread.ofPlatform().daemon().name("check-", 0).factory());
        targets.forEach(target -> {
            var unused = timer.scheduleWithFixedDelay(
                    () -> target.checked(isReady(target)), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    private boolean isReady(Target target) {
        HttpRequest request = HttpRequest.newBuilder(target.address().resolve(READY))
                .timeout(ANSWER_WITHIN)
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        client.shutdownNow();
    }
}
