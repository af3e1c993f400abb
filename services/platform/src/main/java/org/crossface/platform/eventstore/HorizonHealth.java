package org.crossface.platform.eventstore;

import org.crossface.platform.eventstore.HorizonProbe.Reading;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when a transaction that has appended stays open for so long that it holds back every reader of the event store. */
public final class HorizonHealth implements HealthIndicator {

    private static final double LIMIT_SECONDS = 30;

    private final HorizonProbe probe;

    public HorizonHealth(HorizonProbe probe) {
        this.probe = probe;
    }

    @Override
    public Health health() {
        Reading reading = probe.read();
        return (reading.oldestAppendSeconds() > LIMIT_SECONDS ? Health.down() : Health.up())
                .withDetail("positionsHeldBack", reading.heldBack())
                .withDetail("oldestAppendSeconds", reading.oldestAppendSeconds())
                .build();
    }
}
