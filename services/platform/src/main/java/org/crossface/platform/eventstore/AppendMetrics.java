package org.crossface.platform.eventstore;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Size, waiting time and commit time of the transactions that units of work share, and the state of their queue. */
public final class AppendMetrics implements MeterBinder {

    private static final String PREFIX = "crossface.eventstore.append.";

    private final GroupAppender appender;

    public AppendMetrics(GroupAppender appender) {
        this.appender = appender;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        DistributionSummary size = DistributionSummary.builder(PREFIX + "group")
                .description("units of work that shared a transaction")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        Timer waited = Timer.builder(PREFIX + "queued")
                .description("how long the first unit of a group waited in the queue")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        Timer took = Timer.builder(PREFIX + "commit")
                .description("from the request for a connection to the end of the commit")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        appender.addListener((units, events, queued, commit) -> {
            size.record(units);
            waited.record(queued);
            took.record(commit);
        });
        Gauge.builder(PREFIX + "waiting", appender, queue -> queue.figures().waiting())
                .description("units of work in the queue")
                .register(registry);
        Gauge.builder(
                        PREFIX + "oldest",
                        appender,
                        queue -> queue.figures().oldest().toNanos() / 1e9)
                .description("how long the first of the queue has waited")
                .baseUnit("seconds")
                .register(registry);
        FunctionCounter.builder(
                        PREFIX + "refused", appender, queue -> queue.figures().refused())
                .description("units of work that found the queue full or the node stopping")
                .register(registry);
        FunctionCounter.builder(
                        PREFIX + "alone", appender, queue -> queue.figures().alone())
                .description("units of work that were appended alone because a unit of their group failed")
                .register(registry);
    }
}
