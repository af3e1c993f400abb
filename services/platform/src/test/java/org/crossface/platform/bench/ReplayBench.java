package org.crossface.platform.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.processing.ProcessorDefaults;
import org.crossface.platform.schema.PostgresEndpoint;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** How fast events are read and handled, and whether it stays so when there are many. */
final class ReplayBench {

    private static final long MOST_STOCK_EVENTS = 5_000_000;
    private static final Duration CAP = Duration.ofSeconds(Integer.getInteger("crossface.bench.cap", 30));
    private static final Duration DEFAULT_BATCH_CAP = Duration.ofSeconds(8);
    static final int CALLERS = 64;
    static final int EVENTS_IN_STREAM = 20;
    private static final long EVENTS_IN_PART = 1_000_000;
    private static final long LONG_ENOUGH = 1_000_000;
    private static final int SHORT_ROUNDS = 5;
    private static final int ROUNDS = 3;
    private static final String NO_OP = "Crossface, no-op processor, its defaults (events/s)";
    private static final int APPENDS = 1_000;
    private static final AtomicLong GROUPS = new AtomicLong();
    static final List<Integer> LENGTHS = List.of(10, 100, 1_000, 10_000);

    private final BenchPostgres postgres;
    private final Path home;
    private final Duration time;
    private final List<Long> sizes;
    private final Figures figures = new Figures();

    ReplayBench(BenchPostgres postgres, Path home, Duration time, List<Long> sizes) {
        this.postgres = postgres;
        this.home = home;
        this.time = time;
        this.sizes = sizes;
    }

    List<String> run() throws Exception {
        PostgresEndpoint endpoint = postgres.product("replay");
        postgres.create("replay_axon");
        DataSource axon = postgres.pool("replay_axon");
        EventStorageEngine stock = Stock.engine(axon, true);
        DataSource own = postgres.pool(endpoint.url(), endpoint.server());
        JdbcTemplate admin = postgres.admin("replay");
        longStreams(admin);
        long filled = 0;
        for (long size : sizes) {
            boolean withStock = size <= MOST_STOCK_EVENTS;
            fill("Crossface", filled, size, (from, to) -> Product.fill(admin, from, to));
            admin.execute("VACUUM (ANALYZE) eventstore.event");
            if (withStock) {
                JdbcTemplate stocks = postgres.admin("replay_axon");
                fill("Axon", filled, size, (from, to) -> Stock.fill(stocks, from, to));
                stocks.execute("VACUUM (ANALYZE) domainevententry");
            }
            admin.execute("CHECKPOINT");
            if (filled == 0) {
                warmUp(endpoint, own, stock);
            }
            filled = size;
            measure(size, endpoint, admin, own, axon, withStock ? stock : null);
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "Sides that are compared take turns, and of each the median counts: of %d rounds below %,d events, of %d at so many; of one above."
                        .formatted(SHORT_ROUNDS, LONG_ENOUGH, ROUNDS));
        lines.addAll(figures.table(CAP));
        return lines;
    }

    /** Stores the events from one number on up to another. */
    interface Filling {
        void store(long from, long to);
    }

    /** In parts, so that what is written ahead and locked stays small, and one sees that it goes on. */
    static void fill(String side, long filled, long size, Filling filling) {
        long began = System.nanoTime();
        for (long from = filled; from < size; from += EVENTS_IN_PART) {
            filling.store(from, Math.min(size, from + EVENTS_IN_PART));
        }
        System.out.printf(
                "  %,12d  events stored for %s after %d s%n", size, side, (System.nanoTime() - began) / 1_000_000_000);
    }

    private void warmUp(PostgresEndpoint endpoint, DataSource own, EventStorageEngine stock) throws Exception {
        copy(own);
        read(stock);
        try (Product product = product(endpoint, configurer -> {})) {
            read(product.engine());
            read(product.engine());
        }
    }

    private Product product(PostgresEndpoint endpoint, Consumer<Configurer> handlers) {
        Variant variant = Variant.best();
        return Product.start(variant.name(), endpoint, home, variant.settings(), handlers::accept);
    }

    private void measure(
            long size,
            PostgresEndpoint endpoint,
            JdbcTemplate admin,
            DataSource own,
            DataSource axon,
            @Nullable EventStorageEngine stock)
            throws Exception {
        try (Product product = product(endpoint, configurer -> {})) {
            Rate copied = () -> copy(own);
            Rate readOwn = () -> read(product.engine());
            if (stock == null) {
                double[] rates = inTurns(size, copied, readOwn);
                reading(size, rates[0], 0, rates[1]);
            } else {
                double[] rates = inTurns(size, copied, () -> read(stock), readOwn);
                reading(size, rates[0], rates[1], rates[2]);
            }
            figures.add(
                    "Crossface, append to a random stream, " + CALLERS + " callers (commands/s)",
                    size,
                    appends(product, size, time).perSecond());
            for (int length : LENGTHS) {
                figures.add(
                        "Crossface, load a stream of %,d events (streams/s)".formatted(length),
                        size,
                        load(product.engine(), length, time));
            }
            for (int length : LENGTHS) {
                figures.add(
                        "Crossface, append to a stream of %,d events, 1 caller (commands/s)".formatted(length),
                        size,
                        appends(admin, product, size, length));
            }
        }
        if (stock == null) {
            figures.add(NO_OP, size, inTurns(size, () -> ownProcessor(endpoint, size))[0]);
            return;
        }
        double[] rates = inTurns(
                size,
                () -> stockProcessor(axon, size, ProcessorDefaults.BATCH_SIZE, CAP),
                () -> ownProcessor(endpoint, size));
        figures.add(
                "Axon's engine, no-op processor, batches of " + ProcessorDefaults.BATCH_SIZE + " (events/s)",
                size,
                rates[0]);
        if (figures.sizes() == 1) {
            figures.add(
                    "Axon's engine, no-op processor, its defaults (events/s)",
                    size,
                    stockProcessor(axon, size, 1, DEFAULT_BATCH_CAP));
        }
        figures.add(NO_OP, size, rates[1]);
        figures.add(
                "- no-op processor, % of the same with Axon's engine, batches as large",
                size, 100 * rates[1] / rates[0]);
    }

    private void reading(long size, double copied, double stock, double own) {
        figures.add("COPY and parse, 1 thread (events/s)", size, copied);
        if (stock > 0) {
            figures.add("Axon's engine, read and decode, 1 thread (events/s)", size, stock);
        }
        figures.add("Crossface, read and decode, 1 thread (events/s)", size, own);
        if (stock > 0) {
            figures.add("- read and decode, % of the same with Axon's engine", size, 100 * own / stock);
        }
        figures.add("- read and decode, % of COPY and parse", size, 100 * own / copied);
    }

    /** Something that is measured. */
    private interface Rate {
        double measure() throws Exception;
    }

    /** One after the other, again and again, and the median of each; more often where one lasts but a second. */
    private static double[] inTurns(long size, Rate... sides) throws Exception {
        int rounds = size < LONG_ENOUGH ? SHORT_ROUNDS : size > LONG_ENOUGH ? 1 : ROUNDS;
        double[][] rates = new double[sides.length][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int side = 0; side < sides.length; side++) {
                rates[side][round] = sides[side].measure();
            }
        }
        return Arrays.stream(rates)
                .mapToDouble(each -> Arrays.stream(each)
                        .sorted()
                        .skip(rounds / 2)
                        .findFirst()
                        .orElseThrow())
                .toArray();
    }

    /** What comes out of the database as text, parsed by Jackson, and nothing else. */
    private static double copy(DataSource dataSource) throws SQLException, IOException {
        JsonMapper json = JsonMapper.shared();
        long end = System.nanoTime() + CAP.toNanos();
        long began = System.nanoTime();
        long count = 0;
        try (Connection connection = dataSource.getConnection()) {
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT payload, metadata FROM eventstore.event ORDER BY position) TO STDOUT");
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                String[] columns = new String(row, StandardCharsets.UTF_8).split("\t", -1);
                json.readValue(columns[0], Till.Entered.class);
                json.readValue(columns[1], Map.class);
                count++;
                if (System.nanoTime() > end) {
                    copy.cancelCopy();
                    break;
                }
            }
        }
        return count * 1e9 / (System.nanoTime() - began);
    }

    /** All events with their content and metadata. */
    private static double read(EventStorageEngine engine) {
        long began = System.nanoTime();
        long end = began + CAP.toNanos();
        long count = 0;
        try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(null, false)) {
            Iterator<? extends TrackedEventMessage<?>> each = events.iterator();
            while (each.hasNext() && System.nanoTime() < end) {
                decode(each.next());
                count++;
            }
        }
        return count * 1e9 / (System.nanoTime() - began);
    }

    static void decode(EventMessage<?> event) {
        if (event.getPayload() == null || event.getMetaData().isEmpty()) {
            throw new IllegalStateException("An event without content");
        }
    }

    /** By 64 callers, to streams all over the store. */
    static Latencies appends(Product product, long size, Duration time) throws InterruptedException {
        long streams = Math.min(size / EVENTS_IN_STREAM, 2_000);
        long step = size / EVENTS_IN_STREAM / streams;
        Callers.Call call = (caller, number) ->
                product.append("s%09d".formatted(ThreadLocalRandom.current().nextLong(streams) * step), "request");
        Callers.run(CALLERS, time, call);
        return Callers.run(CALLERS, time, call);
    }

    /** Stores one stream of each length. */
    static void longStreams(JdbcTemplate admin) {
        LENGTHS.forEach(length -> longStream(admin, "long" + length, length));
    }

    private static void longStream(JdbcTemplate admin, String name, int length) {
        admin.update(
                "INSERT INTO eventstore.event (aggregate_id, sequence_number, aggregate_type, event_id, metadata, payload,"
                        + " payload_revision, payload_type, time) SELECT ?, n, 'Till', ? || '-' || n, ?::json,"
                        + " ?::json, '1', CASE n WHEN 0 THEN 'bench.till-opened' ELSE 'bench.entered' END, now()"
                        + " FROM generate_series(0, ? - 1) AS n",
                name,
                name,
                Stock.METADATA,
                Stock.payload(name, 1, "request"),
                length);
    }

    /** To a stream that had this length, one command after the other; the first has loaded it. */
    private double appends(JdbcTemplate admin, Product product, long size, int length) {
        String stream = "appended-" + length + "-" + size;
        longStream(admin, stream, length);
        product.append(stream, "request");
        long began = System.nanoTime();
        for (int number = 0; number < APPENDS; number++) {
            product.append(stream, "request");
        }
        return APPENDS * 1e9 / (System.nanoTime() - began);
    }

    /** As the product loads aggregates; the first half of the time warms up. */
    static double load(PostgresEventStorageEngine engine, int length, Duration time) {
        return load(engine, () -> "long" + length, time);
    }

    /** As the product loads aggregates; the first half of the time warms up. */
    static double load(PostgresEventStorageEngine engine, Supplier<String> stream, Duration time) {
        loads(engine, stream, time.dividedBy(2));
        return loads(engine, stream, time.dividedBy(2));
    }

    private static double loads(PostgresEventStorageEngine engine, Supplier<String> stream, Duration time) {
        long began = System.nanoTime();
        long end = began + time.toNanos();
        long count = 0;
        while (System.nanoTime() < end) {
            engine.readAggregate(stream.get(), ReplayBench::noSnapshot)
                    .asStream()
                    .forEach(ReplayBench::decode);
            count++;
        }
        return count * 1e9 / (System.nanoTime() - began);
    }

    private static Optional<DomainEventMessage<?>> noSnapshot(String stream, Throwable failure) {
        throw new IllegalStateException("There is no snapshot of " + stream, failure);
    }

    private double ownProcessor(PostgresEndpoint endpoint, long size) throws InterruptedException {
        Counter counter = new Counter(size);
        String group = "noop-" + GROUPS.incrementAndGet();
        Product running = product(endpoint, configurer -> handle(configurer, group, counter));
        try {
            return counter.rate(CAP);
        } finally {
            running.close();
        }
    }

    private static double stockProcessor(DataSource axon, long size, int batch, Duration cap)
            throws InterruptedException {
        Counter counter = new Counter(size);
        String group = "noop-" + GROUPS.incrementAndGet();
        Stock running = Stock.start(axon, false, configurer -> {
            handle(configurer, group, counter);
            configurer
                    .eventProcessing()
                    .registerTrackingEventProcessor(
                            group,
                            Configuration::eventStore,
                            c -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                    .andBatchSize(batch));
        });
        try {
            return counter.rate(cap);
        } finally {
            running.close();
        }
    }

    static void handle(Configurer configurer, String group, Counter counter) {
        configurer
                .eventProcessing()
                .registerEventHandler(c -> counter)
                .assignHandlerInstancesMatching(group, counter::equals);
    }
}
