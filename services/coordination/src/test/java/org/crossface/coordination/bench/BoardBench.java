package org.crossface.coordination.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.CoordinationConfiguration;
import org.crossface.coordination.ProjectionConfiguration;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.board.BoardView;
import org.crossface.coordination.projection.StoredHistory;
import org.crossface.coordination.rebuild.ViewBuilder;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.views.Bundle;
import org.crossface.coordination.views.RecentStates;
import org.crossface.coordination.views.View;
import org.crossface.coordination.views.ViewProjections;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.approval.EventSourcedPolicies;
import org.crossface.platform.bench.BenchPostgres;
import org.crossface.platform.bench.Conditions;
import org.crossface.platform.bench.Figures;
import org.crossface.platform.bench.Pairs;
import org.crossface.platform.bench.Product;
import org.crossface.platform.bench.Results;
import org.crossface.platform.drill.QuietLogs;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.processing.BatchSize;
import org.crossface.platform.processing.ProcessingStore;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.schema.PostgresProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast the board and the other views are built from many pathways, beside Axon's engine in front of the same projector and beside
 * COPY with parsing. Part {@code board} of {@code make bench}; {@code -Dcrossface.bench.board-sizes=100000,1000000},
 * {@code -Dcrossface.bench.board-rows=copy,axon,board,policy,views,build} ({@code policy}: the board with a query of the policy for each row), {@code -Dcrossface.bench.board-side-by-side=500},
 * {@code -Dcrossface.bench.board-whole=board,views} (what is built from all events of the largest store, without a limit of time),
 * {@code -Dcrossface.bench.rounds=N} and {@code -Dcrossface.bench.cap=SECONDS} set how much of it.
 */
@Tag("bench")
class BoardBench {

    private static final Duration CAP = Duration.ofSeconds(Integer.getInteger("crossface.bench.cap", 30));
    private static final long MOST_AXON_EVENTS = 5_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> ROWS = list("crossface.bench.board-rows", "copy,axon,board,views,build");
    private static final List<String> WHOLE = list("crossface.bench.board-whole", "board,views");
    private static final int ROUNDS = Integer.getInteger("crossface.bench.rounds", 3);
    private static final long PACE = 1_000_000;

    private static final List<View> ALL = Bundles.views(Bundles.ALL);
    private static final Bundle BOARD = new Bundle("live", List.of(new BoardView()));

    @TempDir
    private Path home;

    /** The negative control of the product's policies in memory: what a query of the policy for each row costs. */
    private static volatile boolean queryForEachRow;

    private final JsonMapper json = JsonMapper.shared();
    private final Figures figures = new Figures();

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class Rules {

        @Bean
        Policies policies(EventStore events) {
            EventSourcedPolicies product = new EventSourcedPolicies(events, Clock.systemUTC());
            return queryForEachRow
                    ? at -> {
                        product.look();
                        return product.inForceAt(at);
                    }
                    : product;
        }
    }

    /** The processor of the serving views as the product has it, with a projector that writes the board alone. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class BoardAlone {

        @Bean
        BatchSize viewBatchSize() {
            return new BatchSize(BOARD.processor(), ProjectionConfiguration.MOST_AT_ONCE);
        }

        @Bean
        ViewProjections viewProjections(
                DataSource dataSource, EventStorageEngine engine, Policies policies, ViewChanges changes) {
            return ViewProjections.serving(
                    List.of(BOARD),
                    new JdbcTemplate(dataSource),
                    new StoredHistory(engine),
                    policies,
                    changes,
                    new RecentStates());
        }

        @Bean
        ConfigurerModule viewProcessors(ObjectProvider<ViewProjections> projections) {
            return ViewProjections.processors(List.of(BOARD), projections::getObject);
        }
    }

    /** The builder of views as the product has it, without serving views beside it. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class BuildAlone {

        @Bean
        ViewBuilder viewBuilder(
                PostgresProperties postgres,
                ProcessingStore processing,
                EventStore events,
                PostgresEventStorageEngine engine,
                Policies policies,
                DataSource dataSource) {
            return new ViewBuilder(
                    new ViewBuilder.Database(dataSource, postgres.endpoint()),
                    List.of(TestViews.TOGETHER),
                    processing,
                    events,
                    engine,
                    policies,
                    ViewBuilder.WORK,
                    new Loops());
        }
    }

    private static List<String> list(String property, String otherwise) {
        return List.of(System.getProperty(property, otherwise).split(",", -1));
    }

    @Test
    void measure() throws Exception {
        if (!list("crossface.bench.parts", "board").contains("board")) {
            return;
        }
        QuietLogs.begin();
        System.out.println("\nboard");
        try (BenchPostgres postgres = BenchPostgres.start()) {
            List<String> lines = new ArrayList<>(Conditions.lines(Clock.systemUTC(), postgres));
            PostgresEndpoint endpoint = postgres.product("board", TestViews.schemas());
            AxonBoard axon = new AxonBoard(postgres.pool("board"));
            BoardStore store = new BoardStore(postgres.admin("board"));
            BoardCopy copy = new BoardCopy(postgres.pool("board"));
            Side large = new Side(endpoint, store, postgres.admin("board"));
            long largest = 0;
            for (long wanted : sizes()) {
                long size = store.fill(wanted);
                boolean withAxon = ROWS.contains("axon") && wanted <= MOST_AXON_EVENTS;
                if (withAxon) {
                    store.fillAxon(wanted);
                }
                if (figures.sizes() == 0) {
                    warmUp(endpoint, store, size);
                }
                measure(large, withAxon ? axon : null, copy, size);
                largest = size;
            }
            lines.add("");
            lines.add("The textbook pathway of " + store.length() + " events, many times, in groups of "
                    + BoardStore.SIDE_BY_SIDE
                    + " pathways that go on side by side. Axon's engine feeds the same projector from the same"
                    + " content, with batches as large. Below each rate of Crossface its ratios to its anchors.");
            lines.addAll(figures.table(CAP));
            lines.addAll(growth(postgres, large, largest));
            new Results().section("board", "Replay into the board and the other views", lines);
        }
    }

    private static List<Long> sizes() {
        return list("crossface.bench.board-sizes", "100000,1000000,5000000,10000000").stream()
                .map(Long::valueOf)
                .toList();
    }

    /** A database with events. */
    private record Side(PostgresEndpoint endpoint, BoardStore store, JdbcTemplate admin) {}

    /** The same events at the beginning of a small and of a large store, in turns; then all of the large one, to see the views grow. */
    private List<String> growth(BenchPostgres postgres, Side large, long many) {
        PostgresEndpoint endpoint = postgres.product("board_few", TestViews.schemas());
        Side small = new Side(endpoint, new BoardStore(postgres.admin("board_few")), postgres.admin("board_few"));
        long few = small.store().fill(sizes().getFirst());
        Pairs pairs = new Pairs(few, many);
        for (int round = 0; round < ROUNDS; round++) {
            for (Side side : round % 2 == 0 ? List.of(small, large) : List.of(large, small)) {
                long size = side.equals(small) ? few : many;
                if (ROWS.contains("board")) {
                    pairs.rate("board alone (events/s)", size, rateOf(side, BoardAlone.class, few));
                }
                if (ROWS.contains("policy")) {
                    queryForEachRow = true;
                    pairs.rate(
                            "board alone, a query of the policy for each row (events/s)",
                            size,
                            rateOf(side, BoardAlone.class, few));
                    queryForEachRow = false;
                }
                if (ROWS.contains("views")) {
                    pairs.rate("all views (events/s)", size, rateOf(side, ProjectionConfiguration.class, few));
                }
                if (ROWS.contains("build")) {
                    pairs.rate("a build of all views (events/s)", size, build(side, few));
                    side.store().forgetViews();
                }
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "The first %,d events in a store that has no more and in one that has many more, in turns, medians of %d rounds."
                        .formatted(few, ROUNDS));
        lines.add("");
        lines.addAll(pairs.table());
        if (WHOLE.contains("board")) {
            lines.addAll(whole("board alone", large, BoardAlone.class, many));
        }
        if (WHOLE.contains("views")) {
            lines.addAll(whole("all views", large, ProjectionConfiguration.class, many));
        }
        return lines;
    }

    private double rateOf(Side side, Class<?> projection, long size) {
        try (Product product = product(side.endpoint(), projection)) {
            return rate(() -> position(product.configuration()), size);
        } finally {
            side.store().forgetViews();
        }
    }

    /** How fast all events of a store are taken in, million by million. */
    private List<String> whole(String what, Side side, Class<?> projection, long size) {
        List<Double> paces = new ArrayList<>();
        double overall;
        try (Product product = product(side.endpoint(), projection)) {
            overall = whole(() -> position(product.configuration()), size, paces);
        }
        side.store().forgetViews();
        System.out.printf("  %,12d  whole replay, %s: %,.0f, by million %s%n", size, what, overall, paces);
        return List.of(
                "",
                "All %,d events, %s: %,.0f events/s. Million by million, while the views grow: %s."
                        .formatted(
                                size,
                                what,
                                overall,
                                paces.stream().map("%,.0f"::formatted).collect(Collectors.joining("; "))));
    }

    private static double whole(LongSupplier position, long size, List<Double> paces) {
        long first = awaitBeyond(position, 0);
        long began = System.nanoTime();
        long last = first;
        long lastAt = began;
        while (last < size) {
            long reached = awaitBeyond(position, Math.min(size, last + PACE) - 1);
            long now = System.nanoTime();
            paces.add((reached - last) * 1e9 / (now - lastAt));
            last = reached;
            lastAt = now;
        }
        return (last - first) * 1e9 / (lastAt - began);
    }

    private static long awaitBeyond(LongSupplier position, long passed) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long now = position.getAsLong();
        while (now <= passed) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The views stand still at " + now);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            now = position.getAsLong();
        }
        return now;
    }

    private void warmUp(PostgresEndpoint endpoint, BoardStore store, long size) {
        try (Product product = product(endpoint, ProjectionConfiguration.class)) {
            rate(() -> position(product.configuration()), size);
        }
        store.forgetViews();
    }

    private void measure(Side side, @Nullable AxonBoard axon, BoardCopy copy, long size) throws Exception {
        BoardStore store = side.store();
        double copied = 0;
        if (ROWS.contains("copy")) {
            copied = copy.rate(CAP);
            figures.add("COPY and parse, 1 thread (events/s)", size, copied);
        }
        double stock = stock(axon, store, "board", BOARD.views(), size);
        if (ROWS.contains("board")) {
            add("board alone", size, rateOf(side, BoardAlone.class, size), stock, copied);
        }
        stock = stock(axon, store, "all views", ALL, size);
        if (ROWS.contains("views")) {
            add("all views", size, rateOf(side, ProjectionConfiguration.class, size), stock, copied);
        }
        if (ROWS.contains("build")) {
            add("a build of all views", size, build(side, size), stock, copied);
            store.forgetViews();
        }
    }

    private void add(String what, long size, double rate, double stock, double copied) {
        figures.add("Crossface, " + what + " (events/s)", size, rate);
        if (stock > 0) {
            figures.add("- " + what + ", % of the same with Axon's engine", size, 100 * rate / stock);
        }
        if (copied > 0) {
            figures.add("- " + what + ", % of COPY and parse", size, 100 * rate / copied);
        }
    }

    private double stock(@Nullable AxonBoard axon, BoardStore store, String what, List<View> views, long size) {
        if (axon == null) {
            return 0;
        }
        Configuration running = axon.start(views);
        double rate;
        try {
            rate = rate(() -> position(running), size);
        } finally {
            running.shutdown();
        }
        store.forgetViews();
        figures.add("Axon's engine, the same projector, " + what + " (events/s)", size, rate);
        return rate;
    }

    private Product product(PostgresEndpoint endpoint, Class<?> projection) {
        return Product.start(
                "Crossface",
                endpoint,
                home,
                Map.of(),
                configurer -> {},
                CoordinationConfiguration.class,
                projection,
                Rules.class);
    }

    private double build(Side side, long size) {
        JdbcTemplate admin = side.admin();
        Product product = product(side.endpoint(), BuildAlone.class);
        try {
            long number = Objects.requireNonNull(admin.queryForObject(
                    "INSERT INTO views.build (asked_by) VALUES ('bench') RETURNING build", Long.class));
            double rate = rate(() -> built(admin, number, size), size);
            admin.update("UPDATE views.build SET state = 'CANCELLED' WHERE state = 'BUILDING'");
            return rate;
        } finally {
            product.close();
        }
    }

    /** Where the slowest part of a build is. */
    private long built(JdbcTemplate admin, long number, long size) {
        if (!"BUILDING"
                .equals(admin.queryForObject("SELECT state FROM views.build WHERE build = ?", String.class, number))) {
            return size;
        }
        return admin
                .query(
                        "SELECT token FROM processing.token_entry WHERE processor_name = ?",
                        (rs, n) -> rs.getBytes(1) == null
                                ? -1L
                                : json.readTree(rs.getBytes(1))
                                        .path("globalIndex")
                                        .asLong(-1),
                        "views-build-" + number)
                .stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(-1);
    }

    /** From the end of the first batch to the end of the last one within the time; at least one batch more, however long it takes. */
    private static double rate(LongSupplier position, long size) {
        long first = awaitBeyond(position, 0);
        long begin = System.nanoTime();
        long deadline = begin + PATIENCE.toNanos();
        long last = first;
        long lastAt = begin;
        while (last < size && (last == first || System.nanoTime() - begin < CAP.toNanos())) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            long now = position.getAsLong();
            if (now > last) {
                last = now;
                lastAt = System.nanoTime();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The views stand still at " + last);
            }
        }
        return (last - first) * 1e9 / Math.max(1, lastAt - begin);
    }

    /** Where the slowest segment of the views' processor is; -1 before it has begun. */
    private static long position(Configuration configuration) {
        return configuration.eventProcessingConfiguration().eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .filter(processor -> processor.getName().startsWith("views-"))
                .flatMap(processor -> processor.processingStatus().values().stream())
                .mapToLong(status -> status.getCurrentPosition().orElse(-1))
                .min()
                .orElse(-1);
    }
}
