package org.crossface.platform.loops;

import java.util.List;
import java.util.Map;
import org.crossface.platform.loops.Loops.LastTurn;
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
        List<LastTurn> turns = loops.lastTurns();
        Health.Builder health = turns.stream().anyMatch(LastTurn::isLate) ? Health.down() : Health.up();
        turns.forEach(turn -> health.withDetail(
                turn.name(),
                Map.of(
                        "secondsSinceLastTurn", turn.age().toMillis() / 1000.0,
                        "limitSeconds", turn.limit().toSeconds(),
                        "late", turn.isLate())));
        return health.build();
    }
}
