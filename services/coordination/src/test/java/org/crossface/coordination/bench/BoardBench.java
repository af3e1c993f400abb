package org.crossface.coordination.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.serialization.SerializedObject;
import org.crossface.coordination.CoordinationConfiguration;
import org.crossface.coordination.ProjectionConfiguration;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.pathway.FaceSide;
import org.crossface.pathway.PathwayEvent;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.platform.bench.BenchPostgres;
import org.crossface.platform.bench.Conditions;
import org.crossface.platform.bench.Figures;
import org.crossface.platform.bench.Product;
import org.crossface.platform.bench.Results;
import org.crossface.platform.drill.QuietLogs;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.LogicalNameSerializer;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.schema.PostgresEndpoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How fast the board and the other views are built from many pathways. Part {@code board} of {@code make bench};
 * {@code -Dcrossface.bench.board-sizes=100000,1000000} and {@code -Dcrossface.bench.cap=SECONDS} set how much of it.
 */
@Tag("bench")
class BoardBench {

    private static final Duration CAP = Duration.ofSeconds(Integer.getInteger("crossface.bench.cap", 30));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PATHWAY = "pathway-@";
    private static final String METADATA = "{\"actor\":\"user-1\",\"role\":\"SURGEON\",\"organisation\":\"org-center\","
            + "\"source\":\"UI\",\"purpose\":\"TREAT\",\"request\":\"request-000000\"}";

    @TempDir
    private Path home;

    @Configuration(proxyBeanMethods = false)
    static class Rules {

        @Bean
        Policies policies() {
            return at -> Policy.defaults();
        }
    }

    private static List<Long> sizes() {
        return Stream.of(System.getProperty("crossface.bench.board-sizes", "100000,1000000")
                        .split(",", -1))
                .map(Long::valueOf)
                .toList();
    }

    @Test
    void measure() throws Exception {
        if (!List.of(System.getProperty("crossface.bench.parts", "board").split(",", -1))
                .contains("board")) {
            return;
        }
        QuietLogs.begin();
        System.out.println("\nboard");
        try (BenchPostgres postgres = BenchPostgres.start()) {
            List<String> lines = new ArrayList<>(Conditions.lines(Clock.systemUTC(), postgres));
            Figures figures = new Figures();
            long size = 0;
            for (long wanted : sizes()) {
                String database = "board_" + wanted;
                PostgresEndpoint endpoint =
                        postgres.product(database, new ModuleSchema(CoordinationConfiguration.SCHEMA));
                size = fill(postgres.admin(database), wanted);
                figures.add(
                        "Crossface, all views of all pathways, its defaults (events/s)", size, rate(endpoint, size));
            }
            lines.add("");
            lines.add("The textbook pathway of " + facts().size()
                    + " events, many times, in groups of 500 pathways that go on side by side.");
            lines.addAll(figures.table(CAP));
            new Results().section("board", "Replay into the board and the other views", lines);
        }
    }

    private static List<PathwayEvent> facts() {
        return TextbookPathway.facts(PATHWAY, "P-@", FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1");
    }

    /** Stores whole pathways until there are at least this many events; how many there are. */
    private static long fill(JdbcTemplate admin, long wanted) {
        LogicalNameSerializer serializer = LogicalNameSerializer.forEvents(EventNames.scan("org.crossface"));
        admin.execute("CREATE TABLE public.template (sequence bigint, type text, revision text, payload text)");
        List<PathwayEvent> facts = facts();
        for (int sequence = 0; sequence < facts.size(); sequence++) {
            SerializedObject<String> stored = serializer.serialize(facts.get(sequence), String.class);
            admin.update(
                    "INSERT INTO public.template VALUES (?, ?, ?, ?)",
                    sequence,
                    stored.getType().getName(),
                    stored.getType().getRevision(),
                    stored.getData());
        }
        long pathways = (wanted + facts.size() - 1) / facts.size();
        admin.update(
                "INSERT INTO eventstore.event (aggregate_id, sequence_number, aggregate_type, event_id, metadata, payload,"
                        + " payload_revision, payload_type, time) SELECT 'pathway-' || p, sequence, 'CarePathway',"
                        + " 'f' || lpad(p::text, 9, '0') || '-' || sequence, ?::json, replace(payload, '@', p::text)::json, revision,"
                        + " type, '2026-11-22T09:00:00Z' FROM generate_series(1, ?) AS p, public.template"
                        + " ORDER BY p / 500, sequence, p",
                METADATA,
                pathways);
        admin.execute("ANALYZE eventstore.event");
        return pathways * facts.size();
    }

    private double rate(PostgresEndpoint endpoint, long size) {
        try (Product product = Product.start(
                "Crossface",
                endpoint,
                home,
                Map.of(),
                configurer -> {},
                CoordinationConfiguration.class,
                ProjectionConfiguration.class,
                Rules.class)) {
            return rate(product, size);
        }
    }

    /** From the end of the first batch to the end of the last one within the time; at least one batch more, however long it takes. */
    private static double rate(Product product, long size) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long first = position(product);
        while (first <= 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            first = position(product);
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The views do not begin");
            }
        }
        long begin = System.nanoTime();
        long last = first;
        long lastAt = begin;
        while (last < size && (last == first || System.nanoTime() - begin < CAP.toNanos())) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            long now = position(product);
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
    private static long position(Product product) {
        return product.configuration().eventProcessingConfiguration().eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .filter(processor -> processor.getName().startsWith("coordination"))
                .flatMap(processor -> processor.processingStatus().values().stream())
                .mapToLong(status -> status.getCurrentPosition().orElse(-1))
                .min()
                .orElse(-1);
    }
}
