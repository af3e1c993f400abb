package org.crossface.platform.wakeup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.crossface.platform.testing.TestPostgres;
import org.crossface.platform.wakeup.Node.Learning;
import org.crossface.platform.wakeup.Node.Reader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From the begin of an append to its handler, on the node that appends and on another one, beside Axon's defaults in the same run. Both
 * nodes are in this JVM, each with its own connections. Run it with {@code make bench-wakeup}.
 */
@Tag("bench")
class WakeUpBench {

    private static final TestPostgres postgres = TestPostgres.with();
    private static final int EVENTS = Integer.getInteger("crossface.bench.events", 300);
    private static final int PER_SECOND = Integer.getInteger("crossface.bench.rate", 30);
    private static final AtomicInteger RUN = new AtomicInteger();

    @AfterAll
    static void close() {
        postgres.close();
    }

    /** Milliseconds. */
    private record Latency(double median, double p99, double most) {

        static Latency of(Iterable<Long> nanos) {
            List<Long> sorted = new ArrayList<>();
            nanos.forEach(sorted::add);
            sorted.sort(null);
            return new Latency(at(sorted, 0.50), at(sorted, 0.99), at(sorted, 1));
        }

        private static double at(List<Long> sorted, double part) {
            return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size()))) / 1e6;
        }
    }

    @Test
    void latencyOfAppendToHandler() throws Exception {
        System.out.printf("%d events, %d a second, load %.1f%n", EVENTS, PER_SECOND, load());
        System.out.println("| learning | reader | node | median ms | p99 ms | max ms |");
        for (Reader reader : Reader.values()) {
            for (Learning learning : Learning.values()) {
                run(learning, reader, EVENTS / 10, false);
                run(learning, reader, EVENTS, true);
            }
        }
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void run(Learning learning, Reader reader, int events, boolean print) throws Exception {
        String name = "run-" + RUN.incrementAndGet();
        ConcurrentLinkedQueue<Long> same = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Long> other = new ConcurrentLinkedQueue<>();
        Duration second = Duration.ofSeconds(1);
        try (Node here = new Node(postgres, name + "-here", reader, learning, second, mine(name, same));
                Node there = new Node(postgres, name + "-there", reader, learning, second, mine(name, other))) {
            here.publish(name + "-first");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> here.seen.size() == there.seen.size() && same.size() == 1 && other.size() == 1);
            same.clear();
            other.clear();
            AtomicInteger number = new AtomicInteger();
            try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
                ScheduledFuture<?> beat = timer.scheduleAtFixedRate(
                        () -> here.publish(name + "-" + number.incrementAndGet()),
                        0,
                        1_000_000 / PER_SECOND,
                        TimeUnit.MICROSECONDS);
                await().atMost(Duration.ofMinutes(3)).until(() -> number.get() >= events);
                beat.cancel(false);
            }
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> same.size() == number.get() && other.size() == number.get());
            if (print) {
                print(learning, reader, "same", Latency.of(same));
                print(learning, reader, "other", Latency.of(other));
            }
            assertThat(same).hasSameSizeAs(other);
        }
    }

    private static Consumer<Node.Struck> mine(String name, ConcurrentLinkedQueue<Long> latencies) {
        return struck -> {
            if (struck.id().startsWith(name + "-")) {
                latencies.add(System.nanoTime() - struck.nanos());
            }
        };
    }

    private static void print(Learning learning, Reader reader, String node, Latency latency) {
        System.out.printf(
                "| %s | %s | %s | %.1f | %.1f | %.1f |%n",
                learning, reader, node, latency.median(), latency.p99(), latency.most());
    }
}
