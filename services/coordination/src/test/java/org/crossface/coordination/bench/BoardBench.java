package org.crossface.coordination.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.coordination.CoordinationConfiguration;
import org.crossface.coordination.ProjectionConfiguration;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.projection.StoredHistory;
import org.crossface.coordination.rebuild.ViewBuilder;
import org.crossface.coordination.rebuild.ViewBuilds;
import org.crossface.coordination.views.Fence;
import org.crossface.coordination.views.Projector;
import org.crossface.coordination.views.View;
import org.crossface.coordination.views.ViewProjection;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.platform.bench.BenchPostgres;
import org.crossface.platform.bench.Conditions;
import org.crossface.platform.bench.Figures;
import org.crossface.platform.bench.Product;
import org.crossface.platform.bench.Results;
import org.crossface.platform.drill.QuietLogs;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.processing.BatchSize;
import org.crossface.platform.processing.ProcessingStore;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.schema.PostgresEndpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast the board and the other views are built from many pathways, beside Axon's engine in front of the same projector and beside
 * COPY with parsing. Part {@code board} of {@code make bench}; {@code -Dcrossface.bench.board-sizes=100000,1000000},
 * {@code -Dcrossface.bench.board-rows=copy,axon,board,views,build}, {@code -Dcrossface.bench.board-side-by-side=500} and
 * {@code -Dcrossface.bench.cap=SECONDS} set how much of it.
 */
@Tag("bench")
class BoardBench {

    private static final Duration CAP = Duration.ofSeconds(Integer.getInteger("crossface.bench.cap", 30));
    private static final long MOST_AXON_EVENTS = 5_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> ROWS = list("crossface.bench.board-rows", "copy,axon,board,views,build");
    private static final Set<View> ALL = EnumSet.allOf(View.class);

    @TempDir
    private Path home;

    private final JsonMapper json = JsonMapper.shared();
    private final Figures figures = new Figures();

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class Rules {

        @Bean
        Policies policies() {
            return at -> Policy.defaults();
        }
    }

    /** The processor of the serving views as the product has it, with a projector that writes the board alone. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class BoardAlone {

        @Bean
        BatchSize viewBatchSize() {
            return new BatchSize(ViewProjection.GROUP, ProjectionConfiguration.MOST_AT_ONCE);
        }

        @Bean
        ViewProjection viewProjection(
                DataSource dataSource, EventStorageEngine engine, Policies policies, ViewChanges changes) {
            JdbcTemplate jdbc = new JdbcTemplate(dataSource);
            Projector projector = new Projector(
                    jdbc, CoordinationConfiguration.SCHEMA, new StoredHistory(engine), policies, Set.of());
            return ViewProjection.serving(projector, changes, Fence.ofServing(jdbc));
        }
    }

    /** The builder of views as the product has it, without serving views beside it. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class BuildAlone {

        @Bean
        ViewBuilder viewBuilder(
                ViewBuilds builds,
                ProcessingStore processing,
                EventStore events,
                PostgresEventStorageEngine engine,
                Policies policies,
                DataSource dataSource) {
            return new ViewBuilder(builds, processing, events, engine, policies, dataSource, ViewBuilder.WORK);
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
            PostgresEndpoint endpoint = postgres.product(
                    "board", new ModuleSchema(CoordinationConfiguration.SCHEMA), new ModuleSchema("views"));
            AxonBoard axon = new AxonBoard(postgres.pool("board"));
            BoardStore store = new BoardStore(postgres.admin("board"));
            BoardCopy copy = new BoardCopy(postgres.pool("board"));
            for (long wanted : Stream.of(
                            System.getProperty("crossface.bench.board-sizes", "100000,1000000,5000000,10000000")
                                    .split(",", -1))
                    .map(Long::valueOf)
                    .toList()) {
                long size = store.fill(wanted);
                boolean withAxon = ROWS.contains("axon") && wanted <= MOST_AXON_EVENTS;
                if (withAxon) {
                    store.fillAxon(wanted);
                }
                if (figures.sizes() == 0) {
                    warmUp(endpoint, store, size);
                }
                measure(postgres.admin("board"), endpoint, store, withAxon ? axon : null, copy, size);
            }
            lines.add("");
            lines.add("The textbook pathway of " + store.length() + " events, many times, in groups of "
                    + BoardStore.SIDE_BY_SIDE
                    + " pathways that go on side by side. Axon's engine feeds the same projector from the same"
                    + " content, with batches as large. Below each rate of Crossface its ratios to its anchors.");
            lines.addAll(figures.table(CAP));
            new Results().section("board", "Replay into the board and the other views", lines);
        }
    }

    private void warmUp(PostgresEndpoint endpoint, BoardStore store, long size) {
        try (Product product = product(endpoint, ProjectionConfiguration.class)) {
            rate(() -> position(product.configuration()), size);
        }
        store.forgetViews();
    }

    private void measure(
            JdbcTemplate admin,
            PostgresEndpoint endpoint,
            BoardStore store,
            @Nullable AxonBoard axon,
            BoardCopy copy,
            long size)
            throws Exception {
        double copied = 0;
        if (ROWS.contains("copy")) {
            copied = copy.rate(CAP);
            figures.add("COPY and parse, 1 thread (events/s)", size, copied);
        }
        double stock = stock(axon, store, "board", Set.of(), size);
        if (ROWS.contains("board")) {
            try (Product product = product(endpoint, BoardAlone.class)) {
                add("board alone", size, rate(() -> position(product.configuration()), size), stock, copied);
            }
            store.forgetViews();
        }
        stock = stock(axon, store, "all views", ALL, size);
        if (ROWS.contains("views")) {
            try (Product product = product(endpoint, ProjectionConfiguration.class)) {
                add("all views", size, rate(() -> position(product.configuration()), size), stock, copied);
            }
            store.forgetViews();
        }
        if (ROWS.contains("build")) {
            add("a build of all views", size, build(admin, endpoint, size), stock, copied);
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

    private double stock(@Nullable AxonBoard axon, BoardStore store, String what, Set<View> views, long size) {
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

    private double build(JdbcTemplate admin, PostgresEndpoint endpoint, long size) {
        Product product = product(endpoint, BuildAlone.class);
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
                        "coordination-build-" + number)
                .stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(-1);
    }

    /** From the end of the first batch to the end of the last one within the time; at least one batch more, however long it takes. */
    private static double rate(LongSupplier position, long size) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long first = position.getAsLong();
        while (first <= 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            first = position.getAsLong();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The views do not begin");
            }
        }
        long begin = System.nanoTime();
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
                .filter(processor -> processor.getName().startsWith("coordination"))
                .flatMap(processor -> processor.processingStatus().values().stream())
                .mapToLong(status -> status.getCurrentPosition().orElse(-1))
                .min()
                .orElse(-1);
    }
}
