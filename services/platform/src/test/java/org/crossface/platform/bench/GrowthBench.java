package org.crossface.platform.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.crossface.platform.schema.PostgresEndpoint;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whether anything becomes slower as events accumulate: the same work in a store with few events and in one with many, in turns. Readers read
 * the newest events, those that only a store of this size has.
 */
final class GrowthBench {

    private static final AtomicLong GROUPS = new AtomicLong();
    private static final List<String> ROWS =
            List.of(System.getProperty("crossface.bench.growth-rows", "commands,loads,reading,latency")
                    .split(",", -1));
    private static final AtomicLong NEW_STREAMS = new AtomicLong();

    private final BenchPostgres postgres;
    private final Path home;
    private final Duration time;
    private final int rounds;
    private final long few;
    private final long many;
    private final Pairs pairs;

    /** @param time of one measurement; one of latency takes five times as long */
    GrowthBench(BenchPostgres postgres, Path home, Duration time, int rounds, List<Long> sizes) {
        this.postgres = postgres;
        this.home = home;
        this.time = time;
        this.rounds = rounds;
        this.few = sizes.getFirst();
        this.many = sizes.getLast();
        this.pairs = new Pairs(few, many);
    }

    /**
     * A store.
     *
     * @param size how many events it had at the beginning
     * @param head position of the newest of them
     */
    private record Store(PostgresEndpoint endpoint, long size, long head) {}

    List<String> run() throws Exception {
        List<Store> stores = List.of(store("few", few), store("many", many));
        for (Store store : stores) {
            try (Product warm = product(store)) {
                ReplayBench.appends(warm, store.size(), time);
                readNewest(warm.engine(), store);
            }
        }
        for (int round = 0; round < rounds; round++) {
            // Who begins changes from round to round.
            for (Store store : round % 2 == 0 ? stores : stores.reversed()) {
                if (ROWS.contains("commands")) {
                    commands(store);
                }
                if (ROWS.contains("loads")) {
                    loads(store);
                }
                if (ROWS.contains("reading")) {
                    read(store);
                    handle(store);
                }
            }
        }
        for (int round = 0; round < rounds && ROWS.contains("latency"); round++) {
            for (Store store : round % 2 == 0 ? stores : stores.reversed()) {
                latency(store);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("The same in two databases of one server, in turns, medians of " + rounds + " rounds of "
                + time.toSeconds() + " s. Reading is of the newest %,d events.".formatted(few)
                + " Each ratio is such that less than 1 is slower with many events.");
        lines.add("");
        lines.addAll(pairs.table());
        return lines;
    }

    private Store store(String name, long size) {
        PostgresEndpoint endpoint = postgres.product(name);
        JdbcTemplate admin = postgres.admin(name);
        ReplayBench.longStreams(admin);
        ReplayBench.fill(name, 0, size, (from, to) -> Product.fill(admin, from, to));
        admin.execute("VACUUM (ANALYZE) eventstore.event");
        admin.execute("CHECKPOINT");
        return new Store(
                endpoint,
                size,
                Objects.requireNonNull(admin.queryForObject("SELECT max(position) FROM eventstore.event", Long.class)));
    }

    private Product product(Store store) {
        Variant variant = Variant.best();
        return Product.start(variant.name(), store.endpoint(), home, variant.settings(), configurer -> {});
    }

    private void commands(Store store) throws Exception {
        try (Product product = product(store)) {
            Latencies appends = ReplayBench.appends(product, store.size(), time);
            pairs.rate("append to a random stream, 64 callers (commands/s)", store.size(), appends.perSecond());
            pairs.millis("- 99th percentile (ms)", store.size(), appends.quantile(0.99));
            Latencies creates = Callers.run(
                    ReplayBench.CALLERS,
                    time,
                    (caller, number) -> product.create("new" + NEW_STREAMS.incrementAndGet()));
            pairs.rate("create a stream, 64 callers (commands/s)", store.size(), creates.perSecond());
        }
    }

    private void loads(Store store) {
        try (Product product = product(store)) {
            for (int length : ReplayBench.LENGTHS) {
                pairs.rate(
                        "load a stream of %,d events (streams/s)".formatted(length),
                        store.size(),
                        ReplayBench.load(product.engine(), length, time));
            }
            // Of every second one, since appends go to the others and make them longer.
            long streams = few / ReplayBench.EVENTS_IN_STREAM / 2;
            long step = store.size() / ReplayBench.EVENTS_IN_STREAM / streams;
            pairs.rate(
                    "load one of %,d streams all over the store (streams/s)".formatted(streams),
                    store.size(),
                    ReplayBench.load(
                            product.engine(),
                            () -> "s%09d".formatted(ThreadLocalRandom.current().nextLong(streams) * step + 1),
                            time));
        }
    }

    private void read(Store store) {
        try (Product product = product(store)) {
            pairs.rate("read and decode, 1 thread (events/s)", store.size(), readNewest(product.engine(), store));
        }
    }

    /** The newest of those that were there at the beginning, until the time is over. */
    private double readNewest(EventStorageEngine engine, Store store) {
        long began = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - began < time.toNanos()) {
            try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(newest(store), false)) {
                Iterator<? extends TrackedEventMessage<?>> each = events.iterator();
                for (long read = 0; read < few && each.hasNext(); read++) {
                    ReplayBench.decode(each.next());
                    count++;
                }
            }
        }
        return count * 1e9 / (System.nanoTime() - began);
    }

    private GlobalSequenceTrackingToken newest(Store store) {
        return new GlobalSequenceTrackingToken(store.head() - few);
    }

    private void handle(Store store) throws Exception {
        String group = "growth-" + GROUPS.incrementAndGet();
        try (Product beforehand = product(store)) {
            beforehand.startAt(group, 1, newest(store));
        }
        Counter counter = new Counter(few);
        Product running = Product.start(
                "Crossface",
                store.endpoint(),
                home,
                Variant.best().settings(),
                configurer -> ReplayBench.handle(configurer, group, counter));
        try {
            pairs.rate("no-op processor (events/s)", store.size(), counter.rate(time.multipliedBy(10)));
        } finally {
            running.close();
        }
    }

    private void latency(Store store) throws Exception {
        new LatencyBench(postgres, home, time.multipliedBy(5))
                .product(store.endpoint())
                .forEach((handler, latencies) -> {
                    pairs.millis(
                            "append to handler, " + handler + ", median (ms)", store.size(), latencies.quantile(0.5));
                    pairs.millis("- 99th percentile (ms), " + handler, store.size(), latencies.quantile(0.99));
                });
    }
}
