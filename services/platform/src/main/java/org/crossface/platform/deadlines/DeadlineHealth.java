package org.crossface.platform.deadlines;

import java.util.List;
import java.util.Map;
import org.crossface.platform.deadlines.DeadlineWatch.Reported;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when deadlines have passed and nobody works on them. */
public final class DeadlineHealth implements HealthIndicator {

    private final DeadlineWatch watch;

    public DeadlineHealth(DeadlineWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        List<Reported> all = watch.reported();
        Health.Builder health = all.stream().anyMatch(Reported::alarming) ? Health.down() : Health.up();
        all.forEach(each -> health.withDetail(
                each.waiting().name(),
                Map.of(
                        "waiting", each.waiting().number(),
                        "oldest", each.waiting().oldest().toString(),
                        "failures", each.waiting().failures(),
                        "known", each.known(),
                        "alarming", each.alarming())));
        return health.build();
    }
}
