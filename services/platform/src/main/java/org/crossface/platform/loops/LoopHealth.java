package org.crossface.platform.loops;

import java.util.List;
import java.util.Map;
import org.crossface.platform.loops.Loops.LastBeat;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when a background loop of this node hangs; names the age of each loop's last heartbeat, in seconds. */
public final class LoopHealth implements HealthIndicator {

    private final Loops loops;

    public LoopHealth(Loops loops) {
        this.loops = loops;
    }

    @Override
    public Health health() {
        List<LastBeat> beats = loops.lastBeats();
        Health.Builder health = beats.stream().anyMatch(LastBeat::isLate) ? Health.down() : Health.up();
        beats.forEach(beat -> health.withDetail(
                beat.name(),
                Map.of(
                        "secondsSinceLastBeat", beat.age().toMillis() / 1000.0,
                        "limitSeconds", beat.limit().toSeconds(),
                        "late", beat.isLate())));
        return health.build();
    }
}
