package org.crossface.billing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * G6 with real deaths: a node in a process of its own is killed with SIGKILL while it publishes, again and again, while charges are
 * released all the time. Run it with {@code -Dtest=RelayKillDrill -Dcrossface.test.excluded=bench}.
 */
@Tag("drill")
class RelayKillDrill {

    private static final int KILLS = Integer.getInteger("crossface.drill.kills", 8);

    @TempDir
    private Path home;

    @Test
    void everyChargeArrivesOnceHoweverOftenTheNodeDies() throws Exception {
        long seed = Long.getLong("crossface.drill.seed", System.nanoTime());
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        System.out.println("seed " + seed);
        AtomicBoolean writing = new AtomicBoolean(true);
        try (Broker broker = Broker.start();
                RelayBench bench = new RelayBench(broker)) {
            Thread writer = Thread.ofPlatform().start(() -> {
                while (writing.get()) {
                    bench.pathwayWithReleasedCharge();
                }
            });
            // The nodes have a key of their own; nothing in these charges is encrypted.
            bench.postgres()
                    .ownerJdbc()
                    .sql("DELETE FROM subjectkeys.key_check")
                    .update();
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    killWhilePublishing(broker, bench, random.nextInt(0, 400));
                }
            } finally {
                writing.set(false);
                writer.join();
            }
            try (RelaySession last = bench.session()) {
                bench.drain(last);
            }
            List<String> received =
                    bench.received().stream().map(event -> event.getId()).toList();
            int aborted = broker.allCharges().size() - received.size();
            System.out.printf(
                    "%d charges, %d kills, %d records of open transactions%n", received.size(), KILLS, aborted);
            assertThat(received).hasSizeGreaterThan(KILLS);
            assertThat(received).containsExactlyInAnyOrderElementsOf(bench.stored());
        }
    }

    private void killWhilePublishing(Broker broker, RelayBench bench, int afterMillis) throws Exception {
        Process node = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx256m",
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path")
                                                + File.pathSeparator
                                                + System.getProperty("surefire.test.class.path", ""),
                                        RelayProgram.class.getName()),
                                arguments(broker, bench).stream())
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("node.log").toFile())
                .start();
        try {
            int before = broker.committedCharges().size();
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !node.isAlive() || broker.committedCharges().size() > before);
            assertThat(node.isAlive()).as(() -> "the node ended: " + log()).isTrue();
            assertThat(node.waitFor(Duration.ofMillis(afterMillis))).isFalse();
        } finally {
            node.destroyForcibly().waitFor();
        }
    }

    private String log() {
        try {
            return Files.readString(home.resolve("node.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> arguments(Broker broker, RelayBench bench) {
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
