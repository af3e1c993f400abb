package org.crossface.platform.embedded;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossface.platform.embedded.ChildStatus.End;
import org.crossface.platform.embedded.ChildStatus.State;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while an embedded server is not running; tells how often each was started again and why it ended. */
public final class ChildrenHealth implements HealthIndicator {

    private final List<ChildSupervisor> supervisors;
    private final Clock clock;

    /** @param clock of the system, that the supervisors use */
    public ChildrenHealth(List<ChildSupervisor> supervisors, Clock clock) {
        this.supervisors = List.copyOf(supervisors);
        this.clock = clock;
    }

    @Override
    public Health health() {
        List<ChildStatus> all =
                supervisors.stream().map(ChildSupervisor::status).toList();
        boolean well = all.stream().allMatch(each -> each.state() == State.RUNNING);
        Health.Builder health = well ? Health.up() : Health.down();
        all.forEach(each -> health.withDetail(each.name(), describe(each)));
        return health.build();
    }

    private Map<String, Object> describe(ChildStatus status) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("state", status.state());
        told.put("since", status.since());
        told.put(
                "secondsInState",
                Duration.between(status.since(), clock.instant()).toSeconds());
        told.put("process", status.pid());
        told.put("restarts", status.restarts());
        End end = status.lastEnd();
        if (end != null) {
            told.put("lastEnd", describe(end));
        }
        return told;
    }

    private static Map<String, Object> describe(End end) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("at", end.at());
        told.put("exitCode", end.exitCode());
        told.put("failedAttempts", end.failedAttempts());
        if (end.away() != null) {
            told.put("secondsAway", end.away().toMillis() / 1000.0);
        }
        if (end.fault() != null) {
            told.put("fault", end.fault());
        }
        return told;
    }
}
