package org.crossface.billing.relay;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when the relay's loop hangs, when its last attempt failed, or while a pathway is parked: each needs an operator. */
public final class RelayHealth implements HealthIndicator {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Supplier<RelayStatus> status;

    public RelayHealth(Supplier<RelayStatus> status) {
        this.status = status;
    }

    @Override
    public Health health() {
        RelayStatus now = status.get();
        boolean well = now.fault() == null
                && now.parked().byPathway().isEmpty()
                && now.sinceLastBeat().compareTo(LIMIT) < 0
                && now.activity() != RelayStatus.Activity.STOPPED;
        Health.Builder health = (well ? Health.up() : Health.down())
                .withDetail("activity", now.activity())
                .withDetail("secondsSinceLastBeat", now.sinceLastBeat().toSeconds())
                .withDetail("position", now.position())
                .withDetail("parkedPathways", now.parked().byPathway().keySet());
        return now.fault() == null
                ? health.build()
                : health.withDetail("fault", now.fault()).build();
    }
}
