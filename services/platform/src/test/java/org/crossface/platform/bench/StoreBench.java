package org.crossface.platform.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossface.platform.drill.QuietLogs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All measurements of the event store. Run them with {@code make bench}; {@code ARGS} may hold
 * {@code -Dcrossface.bench.parts=commands,latency,replay,growth,board}, {@code -Dcrossface.bench.seconds=N} of each measurement,
 * {@code -Dcrossface.bench.rounds=N}, {@code -Dcrossface.bench.callers=1,32,64,128},
 * {@code -Dcrossface.bench.growth-rows=commands,loads,reading,latency} and {@code -Dcrossface.bench.sizes=100000,1000000,...}, and {@code -Dcrossface.bench.cap=SECONDS} of each reading. With all sizes, up to
 * 10,000,000 events, {@code replay} stores about 14 GB below the temporary directory while it runs, {@code growth} 7 GB.
 */
@Tag("bench")
class StoreBench {

    private static final List<String> PARTS = list("crossface.bench.parts", "commands,latency,replay,growth");
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("crossface.bench.seconds", 3));
    private static final int ROUNDS = Integer.getInteger("crossface.bench.rounds", 3);

    private static final Map<String, String> TITLES = Map.of(
            "commands", "Commands",
            "latency", "From append to handler",
            "replay", "Replay, and growth with the number of events",
            "growth", "A store with few events and one with many");

    @TempDir
    private Path home;

    private static List<String> list(String property, String otherwise) {
        return List.of(System.getProperty(property, otherwise).split(",", -1));
    }

    @Test
    void measure() throws Exception {
        QuietLogs.begin();
        Results results = new Results();
        for (String part : PARTS) {
            if (TITLES.containsKey(part)) {
                System.out.println("\n" + part);
                try (BenchPostgres postgres = BenchPostgres.start()) {
                    List<String> lines = new ArrayList<>(Conditions.lines(Clock.systemUTC(), postgres));
                    lines.add("");
                    lines.addAll(run(part, postgres));
                    results.section(part, TITLES.getOrDefault(part, part), lines);
                }
            }
        }
    }

    private List<String> run(String part, BenchPostgres postgres) throws Exception {
        return switch (part) {
            case "commands" -> new CommandBench(postgres, home, TIME, ROUNDS, callers()).run();
            case "latency" -> new LatencyBench(postgres, home, TIME.multipliedBy(5)).run();
            case "growth" -> new GrowthBench(postgres, home, TIME, ROUNDS, sizes()).run();
            default -> new ReplayBench(postgres, home, TIME, sizes()).run();
        };
    }

    private static List<Integer> callers() {
        return list("crossface.bench.callers", "1,32,64,128").stream()
                .map(Integer::valueOf)
                .toList();
    }

    private static List<Long> sizes() {
        return Stream.of(System.getProperty("crossface.bench.sizes", "100000,1000000,5000000,10000000")
                        .split(",", -1))
                .map(Long::valueOf)
                .toList();
    }
}
