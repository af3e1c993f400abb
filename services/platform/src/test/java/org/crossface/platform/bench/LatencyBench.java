package org.crossface.platform.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.crossface.platform.schema.PostgresEndpoint;

/** From the moment a command is sent to the moment a handler has its event, on the same and on another node. */
final class LatencyBench {

    private static final int STREAMS = 50;
    private static final int COMMANDS_PER_SECOND = 30;
    private static final String HERE = "same node, ";
    private static final String THERE = "other node, ";
    private static final String TRACKING = "tracking";
    private static final String POOLED = "pooled";

    private final BenchPostgres postgres;
    private final Path home;
    private final Duration time;

    LatencyBench(BenchPostgres postgres, Path home, Duration time) {
        this.postgres = postgres;
        this.home = home;
        this.time = time;
    }

    /** Notes when each event arrived; both nodes are in this JVM, so they share its clock. */
    private static final class Arrivals {

        private final Map<String, Long> sent = new ConcurrentHashMap<>();
        private final Map<String, ConcurrentLinkedQueue<Long>> nanos = new ConcurrentHashMap<>();

        void arrived(String handler, String request) {
            Long began = sent.get(request);
            if (began != null) {
                nanos.computeIfAbsent(handler, key -> new ConcurrentLinkedQueue<>())
                        .add(System.nanoTime() - began);
            }
        }
    }

    /** Handles events in a processor of its own. */
    private record Watcher(String handler, Arrivals arrivals) {

        @EventHandler
        @SuppressWarnings("UnusedMethod") // Axon calls it
        void on(Till.Entered event) {
            arrivals.arrived(handler, event.request());
        }
    }

    /** Two processors with their defaults, one of each kind. */
    private static void watch(Configurer configurer, String node, Arrivals arrivals) {
        for (String kind : List.of(TRACKING, POOLED)) {
            String handler = node + kind;
            String group = handler.replaceAll("[^a-z]+", "-");
            Watcher watcher = new Watcher(handler, arrivals);
            configurer
                    .eventProcessing()
                    .registerEventHandler(c -> watcher)
                    .assignHandlerInstancesMatching(group, watcher::equals)
                    .registerListenerInvocationErrorHandler(group, c -> PropagatingErrorHandler.instance());
            if (kind.equals(TRACKING)) {
                configurer.eventProcessing().registerTrackingEventProcessor(group);
            } else {
                configurer.eventProcessing().registerPooledStreamingEventProcessor(group);
            }
        }
    }

    List<String> run() {
        postgres.create("latency_axon");
        Arrivals axon = new Arrivals();
        try (Stock here = Stock.start(postgres.pool("latency_axon"), true, c -> watch(c, HERE, axon));
                Stock there = Stock.start(postgres.pool("latency_axon"), false, c -> watch(c, THERE, axon))) {
            send(here, axon);
            System.out.println("  " + there.name() + " measured");
        }
        PostgresEndpoint endpoint = postgres.product("latency");
        Arrivals product = new Arrivals();
        Variant variant = Variant.best();
        try (Product here = node(endpoint, variant, HERE, product);
                Product there = node(endpoint, variant, THERE, product)) {
            send(here, product);
            System.out.println("  " + there.name() + " measured");
        }
        return table(axon, product);
    }

    private Product node(PostgresEndpoint endpoint, Variant variant, String node, Arrivals arrivals) {
        return Product.start(
                "Crossface", endpoint, home, variant.settings(), configurer -> watch(configurer, node, arrivals));
    }

    private void send(CommandSide side, Arrivals arrivals) {
        String run = side.name() + System.nanoTime();
        for (int stream = 0; stream < STREAMS; stream++) {
            side.create(run + stream);
        }
        for (int warm = 0; warm < STREAMS; warm++) {
            side.append(run + warm, "warm");
            pause();
        }
        long end = System.nanoTime() + time.toNanos();
        for (int number = 0; System.nanoTime() < end; number++) {
            String request = run + "-" + number;
            arrivals.sent.put(request, System.nanoTime());
            side.append(run + ThreadLocalRandom.current().nextInt(STREAMS), request);
            pause();
        }
        // The slowest of Axon's defaults looks once in 5 s.
        long last = System.nanoTime() + Duration.ofSeconds(6).toNanos();
        while (System.nanoTime() < last
                && arrivals.nanos.values().stream().anyMatch(some -> some.size() < arrivals.sent.size())) {
            pause();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / COMMANDS_PER_SECOND);
    }

    private List<String> table(Arrivals axon, Arrivals product) {
        List<String> lines = new ArrayList<>(List.of(
                "From sending the command to its event's handler, median / 99th percentile in ms; up to "
                        + COMMANDS_PER_SECOND
                        + " commands a second for " + time.toSeconds()
                        + " s. The other node is a second stack in the same JVM with connections of its own. Processors with defaults of their side.",
                "",
                "| | Axon's engine | Crossface | ratio of medians |",
                "|---|---|---|---|"));
        Map<String, Latencies> ofAxon = latencies(axon);
        latencies(product).forEach((handler, own) -> {
            Latencies other = ofAxon.getOrDefault(handler, new Latencies(new long[0], time));
            lines.add("| %s (%d events) | %.1f / %.1f | %.1f / %.1f | %.0fx |"
                    .formatted(
                            handler,
                            own.nanos().length,
                            other.quantile(0.5),
                            other.quantile(0.99),
                            own.quantile(0.5),
                            own.quantile(0.99),
                            other.quantile(0.5) / own.quantile(0.5)));
        });
        return lines;
    }

    private Map<String, Latencies> latencies(Arrivals arrivals) {
        Map<String, Latencies> sorted = new LinkedHashMap<>();
        arrivals.nanos.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(each -> sorted.put(
                        each.getKey(),
                        new Latencies(
                                each.getValue().stream()
                                        .mapToLong(Long::longValue)
                                        .toArray(),
                                time)));
        return sorted;
    }
}
