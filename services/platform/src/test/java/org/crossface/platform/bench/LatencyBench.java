package org.crossface.platform.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import java.util.function.BiConsumer;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.crossface.platform.schema.PostgresEndpoint;

/** From the moment a command is sent to the moment a handler has its event, on the same and on another node. */
final class LatencyBench {

    private static final int STREAMS = 50;
    private static final int COMMANDS_PER_SECOND = 30;
    private static final int WARM_COMMANDS = 150;
    private static final int POOLED_SEGMENTS = 16; // Axon's default
    private static final String HERE = "same node, ";
    static final String THERE = "other node, ";
    static final String TRACKING = "tracking";
    static final String POOLED = "pooled";
    static final String AXON = "axon";
    private static final String PRODUCT = "product";
    private static final Clock CLOCK = Clock.systemUTC();

    private final BenchPostgres postgres;
    private final Path home;
    private final Duration time;

    LatencyBench(BenchPostgres postgres, Path home, Duration time) {
        this.postgres = postgres;
        this.home = home;
        this.time = time;
    }

    /** Nanoseconds since 1970 by the clock that all processes of a machine share; exact to the microsecond. */
    static long epochNanos() {
        Instant now = CLOCK.instant();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    /** Notes when each event arrived. */
    private static final class Arrivals {

        private final Map<String, Long> sent = new ConcurrentHashMap<>();
        private final Map<String, ConcurrentLinkedQueue<Long>> nanos = new ConcurrentHashMap<>();

        void arrived(String handler, String request, long epochNanos) {
            Long began = sent.get(request);
            if (began != null) {
                nanos.computeIfAbsent(handler, key -> new ConcurrentLinkedQueue<>())
                        .add(epochNanos - began);
            }
        }
    }

    /** Handles events in a processor of its own. */
    private record Watcher(String handler, BiConsumer<String, String> arrived) {

        @EventHandler
        @SuppressWarnings("UnusedMethod") // Axon calls it
        void on(Till.Entered event) {
            arrived.accept(handler, event.request());
        }
    }

    private static String group(String node, String kind) {
        return (node + kind).replaceAll("[^a-z]+", "-");
    }

    /** One processor with its defaults. */
    static void watch(Configurer configurer, String node, String kind, BiConsumer<String, String> arrived) {
        String handler = node + kind;
        String group = group(node, kind);
        Watcher watcher = new Watcher(handler, arrived);
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

    private static void watch(Configurer configurer, Arrivals arrivals) {
        for (String kind : List.of(TRACKING, POOLED)) {
            watch(configurer, HERE, kind, (handler, request) -> arrivals.arrived(handler, request, epochNanos()));
        }
    }

    List<String> run() throws IOException {
        postgres.create("latency_axon");
        Arrivals axon = new Arrivals();
        try (Stock here = Stock.start(postgres.pool("latency_axon"), true, c -> watch(c, axon));
                OtherNode there = other(AXON, postgres.endpoint("latency_axon"), axon)) {
            send(here, axon);
            System.out.println("  " + here.name() + " measured on " + there);
        }
        return table(latencies(axon), product(postgres.product("latency")));
    }

    /** Of the product in this database, by handler; its processors begin where the store ends. */
    Map<String, Latencies> product(PostgresEndpoint endpoint) throws IOException {
        Map<String, String> settings = Variant.best().settings();
        try (Product beforehand = Product.start("Crossface", endpoint, home, settings, c -> {})) {
            TrackingToken head = beforehand.engine().createHeadToken();
            for (String node : List.of(HERE, THERE)) {
                beforehand.startAt(group(node, TRACKING), 1, head);
                beforehand.startAt(group(node, POOLED), POOLED_SEGMENTS, head);
            }
        }
        Arrivals arrivals = new Arrivals();
        try (Product here = Product.start("Crossface", endpoint, home, settings, c -> watch(c, arrivals));
                OtherNode there = other(PRODUCT, endpoint, arrivals)) {
            send(here, arrivals);
            System.out.println("  " + here.name() + " measured on " + there);
        }
        return latencies(arrivals);
    }

    private OtherNode other(String side, PostgresEndpoint endpoint, Arrivals arrivals) throws IOException {
        return OtherNode.start(
                side,
                endpoint,
                home,
                arrival -> arrivals.arrived(arrival.handler(), arrival.request(), arrival.epochNanos()));
    }

    private void send(CommandSide side, Arrivals arrivals) {
        String run = side.name() + System.nanoTime();
        for (int stream = 0; stream < STREAMS; stream++) {
            side.create(run + stream);
        }
        for (int warm = 0; warm < WARM_COMMANDS; warm++) {
            side.append(run + warm % STREAMS, "warm");
            pause();
        }
        long end = System.nanoTime() + time.toNanos();
        for (int number = 0; System.nanoTime() < end; number++) {
            String request = run + "-" + number;
            arrivals.sent.put(request, epochNanos());
            side.append(run + ThreadLocalRandom.current().nextInt(STREAMS), request);
            pause();
        }
        // The slowest of Axon's defaults looks once in 5 s.
        long last = System.nanoTime() + Duration.ofSeconds(6).toNanos();
        while (System.nanoTime() < last
                && (arrivals.nanos.size() < 4
                        || arrivals.nanos.values().stream().anyMatch(some -> some.size() < arrivals.sent.size()))) {
            pause();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / COMMANDS_PER_SECOND);
    }

    private List<String> table(Map<String, Latencies> ofAxon, Map<String, Latencies> product) {
        List<String> lines = new ArrayList<>(List.of(
                "From sending the command to its event's handler, median / 99th percentile in ms; up to "
                        + COMMANDS_PER_SECOND
                        + " commands a second for " + time.toSeconds()
                        + " s. The other node is a JVM of its own, timed by the machine's clock. Processors with defaults of their side.",
                "",
                "| | Axon's engine | Crossface | ratio of medians |",
                "|---|---|---|---|"));
        product.forEach((handler, own) -> {
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
