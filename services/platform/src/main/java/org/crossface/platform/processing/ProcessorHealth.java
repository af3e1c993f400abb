package org.crossface.platform.processing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Down when the claim of an event processor's segment is no longer renewed, on whichever node, or when a processor fails again and again.
 * An idle segment renews its claim all the time, so a hanging segment shows although it has no lag.
 */
public final class ProcessorHealth implements HealthIndicator {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final Supplier<EventProcessingConfiguration> processing;
    private final Clock system;
    private final Duration limit;

    /** @param processing called late, since it is created when Axon starts */
    public ProcessorHealth(JdbcClient jdbc, Supplier<EventProcessingConfiguration> processing) {
        this(jdbc, processing, Clock.systemUTC(), LIMIT);
    }

    /** @param system the clock by which claims are renewed: that of the system, not of the domain */
    ProcessorHealth(JdbcClient jdbc, Supplier<EventProcessingConfiguration> processing, Clock system, Duration limit) {
        this.jdbc = jdbc;
        this.processing = processing;
        this.system = system;
        this.limit = limit;
    }

    private record Segment(
            String processor,
            int number,
            Duration sinceLastBeat,
            @Nullable String owner) {}

    @Override
    public Health health() {
        Map<String, StreamingEventProcessor> processors = new TreeMap<>();
        processing.get().eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor streaming) {
                processors.put(name, streaming);
            }
        });
        List<Segment> segments = segments();
        boolean well = true;
        Health.Builder health = Health.unknown();
        for (StreamingEventProcessor processor : processors.values()) {
            List<Segment> own = segments.stream()
                    .filter(segment -> segment.processor().equals(processor.getName()))
                    .toList();
            boolean late = processor.isRunning()
                    && own.stream().anyMatch(segment -> segment.sinceLastBeat().compareTo(limit) > 0);
            well &= !late && !processor.isError();
            health.withDetail(processor.getName(), describe(processor, own, late));
        }
        return (well ? health.up() : health.down()).build();
    }

    private static Map<String, Object> describe(StreamingEventProcessor processor, List<Segment> own, boolean late) {
        Map<String, Object> segments = new TreeMap<>();
        own.forEach(segment -> segments.put(
                Integer.toString(segment.number()),
                Map.of(
                        "secondsSinceLastBeat",
                        segment.sinceLastBeat().toMillis() / 1000.0,
                        "claimed",
                        segment.owner() != null)));
        return Map.of(
                "running", processor.isRunning(), "failing", processor.isError(), "late", late, "segments", segments);
    }

    private List<Segment> segments() {
        Instant now = system.instant();
        return jdbc.sql("SELECT processor_name, segment, timestamp, owner FROM processing.token_entry"
                        + " WHERE timestamp IS NOT NULL ORDER BY processor_name, segment")
                .query((rs, n) -> new Segment(
                        rs.getString("processor_name"),
                        rs.getInt("segment"),
                        Duration.between(Instant.parse(rs.getString("timestamp")), now),
                        rs.getString("owner")))
                .list();
    }
}
