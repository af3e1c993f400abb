package org.crossface.billing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.crossface.billing.account.SampleCharges;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * G1 and G6 with real deaths: a node in a process of its own dies while it publishes, at each step of the relay's transaction and at random
 * moments, again and again, while charges are released and reversed all the time. Run it with {@code make drill-relay};
 * {@code -Dcrossface.drill.kills=N} sets the number of random deaths.
 */
@Tag("drill")
@SuppressWarnings("NullAway.Init") // set before each test
class RelayKillDrill {

    private static final int KILLS = Integer.getInteger("crossface.drill.kills", 4);
    private static final int DEATHS_PER_STEP = 3;
    private static final int MOST_PASSAGES = 4;
    private static final int LONGEST_PAUSE_MILLIS = 400;
    /** So that a pathway's messages are of different transactions. */
    private static final int PATHWAYS_UNTIL_REVERSAL = 200;

    /** Events that wait for the relay: enough for all passages, and soon caught up with. */
    private static final int MOST_AHEAD = 3_000;

    private final long seed = Long.getLong("crossface.drill.seed", System.nanoTime());
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    private final AtomicBoolean writing = new AtomicBoolean(true);

    @TempDir
    private Path home;

    private Broker broker;
    private RelayBench bench;
    private Thread writer;

    @BeforeEach
    void begin() {
        broker = Broker.ofItsOwn();
        bench = new RelayBench(broker);
        // The nodes have a key of their own; nothing in these charges is encrypted.
        bench.postgres().ownerJdbc().sql("DELETE FROM subjectkeys.key_check").update();
        writer = Thread.ofPlatform().start(this::releaseAndReverse);
    }

    private void releaseAndReverse() {
        Deque<String> released = new ArrayDeque<>();
        while (writing.get()) {
            released.add(bench.pathwayWithReleasedCharge());
            if (released.size() > PATHWAYS_UNTIL_REVERSAL) {
                bench.reverse(released.remove(), SampleCharges.graft());
                await().pollInterval(Duration.ofMillis(20))
                        .forever()
                        .until(() -> !writing.get() || bench.lastPosition() - bench.published() < MOST_AHEAD);
            }
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        writing.set(false);
        writer.join();
        bench.close();
        broker.close();
    }

    @Test
    void everyChargeArrivesOnceWhereverTheNodeDies() throws Exception {
        System.out.println("seed " + seed);
        for (int round = 0; round < DEATHS_PER_STEP; round++) {
            for (FailPoint.Step step : FailPoint.Step.values()) {
                dieAt(step);
            }
        }
        int hit = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            hit += killWhilePublishing() ? 1 : 0;
        }
        writing.set(false);
        writer.join();
        try (RelaySession last = bench.session()) {
            bench.drain(last);
        }
        bench.assertReceivedEqualsStored();
        int received = bench.received().size();
        System.out.printf(
                "%,d deaths at named steps, %,d at random of which %,d hit an open transaction; %,d charges and reversals,"
                        + " %,d records of transactions given up, none lost, none twice%n",
                DEATHS_PER_STEP * FailPoint.Step.values().length,
                KILLS,
                hit,
                received,
                broker.allCharges().size() - received);
        assertThat(broker.allCharges())
                .as("the deaths hit open transactions")
                .hasSizeGreaterThan(received + 2 * DEATHS_PER_STEP - 1);
    }

    private void dieAt(FailPoint.Step step) throws Exception {
        String halt = step + ":" + random.nextInt(1, MOST_PASSAGES + 1);
        Process node = start(halt);
        try {
            assertThat(node.waitFor(Duration.ofMinutes(1)))
                    .as(() -> "it does not die: " + log())
                    .isTrue();
            assertThat(node.exitValue()).as(this::log).isEqualTo(HaltingFailPoint.EXIT_CODE);
        } finally {
            node.destroyForcibly().waitFor();
        }
        boolean open = OpenTransaction.isOpen(broker.clients());
        System.out.printf("died at %s, transaction open: %s%n", halt, open);
        assertThat(open).as("its transaction is open").isEqualTo(step != FailPoint.Step.COMMITTED);
    }

    /** Whether its transaction was open. */
    private boolean killWhilePublishing() throws Exception {
        long before = bench.lastPosition();
        Process node = start("");
        try {
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> !node.isAlive() || bench.published() > before);
            assertThat(node.waitFor(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS))))
                    .as(this::log)
                    .isFalse();
        } finally {
            node.destroyForcibly().waitFor();
        }
        return OpenTransaction.isOpen(broker.clients());
    }

    private Process start(String halt) throws IOException {
        return new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx256m",
                                        "-XX:TieredStopAtLevel=1",
                                        "-D" + HaltingFailPoint.PROPERTY + "=" + halt,
                                        "-cp",
                                        System.getProperty("java.class.path")
                                                + File.pathSeparator
                                                + System.getProperty("surefire.test.class.path", ""),
                                        RelayProgram.class.getName()),
                                arguments().stream())
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("node.log").toFile())
                .start();
    }

    private String log() {
        try {
            return Files.readString(home.resolve("node.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> arguments() {
        var endpoint = bench.postgres().endpoint();
        return List.of(
                "--crossface.postgres.url=" + endpoint.url(),
                "--crossface.postgres.owner-password=" + endpoint.owner().password(),
                "--crossface.postgres.server-password=" + endpoint.server().password(),
                "--crossface.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--crossface.home=" + home,
                "--spring.main.web-application-type=none");
    }
}
