package org.crossface.platform.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.crossface.platform.schema.PostgresEndpoint;

/** Commands a second through the command gateway, side by side in alternating rounds. */
final class CommandBench {

    private static final int STREAMS = 2000;

    private final BenchPostgres postgres;
    private final Path home;
    private final Duration time;
    private final int rounds;
    private final List<Integer> callers;
    private final AtomicLong created = new AtomicLong();

    CommandBench(BenchPostgres postgres, Path home, Duration time, int rounds, List<Integer> callers) {
        this.postgres = postgres;
        this.home = home;
        this.time = time;
        this.rounds = rounds;
        this.callers = callers;
    }

    /** What is measured: a kind of command and how many callers send it. */
    private record Shape(boolean creating, int callers) {

        @Override
        public String toString() {
            return (creating ? "create, " : "append, ") + callers + (callers == 1 ? " caller" : " callers");
        }
    }

    private interface Measured {
        Latencies run(Shape shape) throws IOException, InterruptedException;
    }

    List<String> run() throws IOException, InterruptedException {
        List<CommandSide> sides = new ArrayList<>();
        try {
            PostgresEndpoint endpoint = postgres.product("commands");
            postgres.create("commands_axon");
            sides.add(Stock.start(postgres.pool("commands_axon"), true, configurer -> {}));
            for (Variant variant : Variant.all()) {
                sides.add(Product.start(variant.name(), endpoint, home, variant.settings(), configurer -> {}));
            }
            for (CommandSide side : sides) {
                open(side);
            }
            return table(measure(sides));
        } finally {
            sides.forEach(CommandSide::close);
        }
    }

    /** The streams to append to; this also warms the side up. */
    private void open(CommandSide side) throws InterruptedException {
        long began = System.nanoTime();
        AtomicLong next = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 32; thread++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (long i = next.getAndIncrement(); i < STREAMS; i = next.getAndIncrement()) {
                    side.create(stream(side, i));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Callers.run(32, time, (caller, number) -> append(side));
        System.out.printf("  %-50s warm after %d ms%n", side.name(), (System.nanoTime() - began) / 1_000_000);
    }

    private static String stream(CommandSide side, long number) {
        return side.name() + "/" + number;
    }

    private static void append(CommandSide side) {
        side.append(stream(side, ThreadLocalRandom.current().nextInt(STREAMS)), "request");
    }

    /** The rounds of one side at one shape, sides and shapes in the order in which they were measured. */
    private record Table(List<String> sides, List<Shape> shapes, Map<Cell, List<Latencies>> rounds) {

        private record Cell(String side, Shape shape) {}

        void add(String side, Shape shape, Latencies round) {
            rounds.computeIfAbsent(new Cell(side, shape), key -> new ArrayList<>())
                    .add(round);
        }

        Latencies at(String side, Shape shape) {
            return median(rounds.getOrDefault(new Cell(side, shape), List.of()));
        }
    }

    private Table measure(List<CommandSide> sides) throws IOException, InterruptedException {
        PgBench pgBench = new PgBench(postgres, "commands_pgbench", home);
        Map<String, Measured> all = new LinkedHashMap<>();
        all.put(pgBench.name(), shape -> pgBench.run(shape.callers(), time));
        for (CommandSide side : sides) {
            all.put(
                    side.name(),
                    shape -> Callers.run(shape.callers(), time, (caller, number) -> {
                        if (shape.creating()) {
                            side.create("created/" + created.incrementAndGet());
                        } else {
                            append(side);
                        }
                    }));
        }
        List<Shape> shapes = new ArrayList<>();
        callers.forEach(count -> shapes.add(new Shape(false, count)));
        callers.forEach(count -> shapes.add(new Shape(true, count)));
        Table results = new Table(List.copyOf(all.keySet()), shapes, new HashMap<>());
        for (Shape shape : shapes) {
            for (int round = 0; round < rounds; round++) {
                for (Map.Entry<String, Measured> each : all.entrySet()) {
                    Latencies result = each.getValue().run(shape);
                    System.out.printf("  %-24s round %d  %-50s %s%n", shape, round + 1, each.getKey(), result);
                    results.add(each.getKey(), shape, result);
                }
            }
        }
        return results;
    }

    private List<String> table(Table results) {
        List<String> lines = new ArrayList<>(List.of(
                "Commands a second (median / 99th percentile in ms), each durable when answered; the median of "
                        + rounds + " alternating rounds of " + time.toMillis()
                        + " ms. Then the ratio to Axon and to pgbench.",
                "Crossface: through `CommandDispatch` with an idempotency key on every command. Axon: through its gateway, without keys.",
                "Appends go to one of " + STREAMS + " streams at random.",
                ""));
        StringBuilder head = new StringBuilder("| |");
        StringBuilder rule = new StringBuilder("|---|");
        results.shapes().forEach(shape -> {
            head.append(' ').append(shape).append(" |");
            rule.append("---|");
        });
        lines.add(head.toString());
        lines.add(rule.toString());
        String anchor = results.sides().get(0);
        String axon = results.sides().get(1);
        for (String side : results.sides()) {
            StringBuilder line = new StringBuilder("| " + side + " |");
            for (Shape shape : results.shapes()) {
                Latencies own = results.at(side, shape);
                line.append(" %s: %.2f, %.2f |"
                        .formatted(
                                own,
                                own.perSecond() / results.at(axon, shape).perSecond(),
                                own.perSecond() / results.at(anchor, shape).perSecond()));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    static Latencies median(List<Latencies> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Latencies::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }
}
