package org.crossface.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.crossface.billing.contract.ChargesChannel;
import org.crossface.billing.relay.ChargeTopics;
import org.crossface.billing.relay.KafkaClients;
import org.crossface.server.cluster.ClientHistory.Acknowledged;
import org.crossface.server.cluster.ClientHistory.Stored;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One real server whose embedded PostgreSQL and Kafka are killed with SIGKILL in turn, under the load of clients and of the simulated
 * cohort, which raises charges. Each is back within the limit, and nothing that a client was told is lost or done twice. Run it with
 * {@code make drill-children}; {@code -Dcrossface.drill.kills=N} sets how often each is killed.
 */
@Tag("drill")
class ChildrenDrill {

    private static final int PORT = Integer.getInteger("crossface.drill.port", 8270);
    private static final int KILLS = Integer.getInteger("crossface.drill.kills", 20);
    private static final int CLIENTS = Integer.getInteger("crossface.drill.clients", 1);

    /** What the product promises. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(Integer.getInteger("crossface.drill.limit", 10));

    /** How long the drill itself waits, so that it can tell how late something was. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration BETWEEN = Duration.ofSeconds(Integer.getInteger("crossface.drill.seconds", 4));
    private static final int BACKEND_KILLS = 5;
    private static final String TOPIC = "drill";
    private static final int STEPS_OF_THE_COHORT = 40;

    @TempDir
    private Path directory;

    private final ClientHistory history = new ClientHistory();
    private final Set<String> pathways = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Random random = new Random(Long.getLong("crossface.drill.seed", 20261130L));

    private static ConditionFactory within(Duration limit) {
        return await().pollInterval(Duration.ofMillis(20)).atMost(limit);
    }

    /** Time is what is wanted here: traffic goes on meanwhile. */
    private static void letPass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        await().atMost(time.plusSeconds(10)).until(() -> System.nanoTime() > end);
    }

    @Test
    void bothAreBackInTimeAndNothingIsLost() throws Exception {
        ServerProcess server = ServerProcess.start(directory, PORT);
        try (server;
                Cohort cohort = new Cohort(directory, server)) {
            cohort.awaitSteps(STEPS_OF_THE_COHORT);
            ClusterClient client = new ClusterClient(server.base(), history);
            List<Duration> postgres = new ArrayList<>();
            List<Duration> kafka = new ArrayList<>();
            AtomicBoolean working = new AtomicBoolean(true);
            List<Thread> clients = traffic(client, working);
            try (LiveViewer viewer = new LiveViewer(server.base());
                    KafkaProducer<String, String> producer = producer(server)) {
                for (int kill = 1; kill <= KILLS; kill++) {
                    letPass(BETWEEN);
                    postgres.add(killPostgres(server, client, kill));
                    letPass(BETWEEN);
                    kafka.add(killKafka(server, producer, kill));
                }
                for (int kill = 1; kill <= BACKEND_KILLS; kill++) {
                    letPass(BETWEEN);
                    killBackend(server, client);
                }
                letPass(BETWEEN);
                within(PATIENCE).until(() -> server.status("/actuator/health") == 200);
                working.set(false);
                for (Thread thread : clients) {
                    thread.join();
                }
                String fresh = openPathway(client);
                within(PATIENCE).until(() -> viewer.changedPathways.contains(fresh));
                System.out.printf(
                        "the open page was told live of what was done after the last kill; it opened its stream %d times%n",
                        viewer.streams.get());
            } finally {
                working.set(false);
            }
            cohort.end();
            report("PostgreSQL", postgres);
            report("Kafka", kafka);
            checkStore(server, client, cohort.journal());
            checkCharges(server);
            program(server, "--check-store");
            program(server, "--replay");
            Duration stop = server.terminate();
            System.out.printf("stopped after %.1f s%n", stop.toMillis() / 1000.0);
            assertThat(server.leftBehind()).isEmpty();
            assertThat(postgres).allSatisfy(away -> assertThat(away).isLessThan(BACK_WITHIN));
            assertThat(kafka).allSatisfy(away -> assertThat(away).isLessThan(BACK_WITHIN));
        }
    }

    /** The same kills with nobody to start the servers again: the drill must find that they stay away. */
    @Test
    void withoutASupervisorTheDrillFindsThemGone() throws Exception {
        try (ServerProcess server = ServerProcess.start(directory, PORT, "--crossface.embedded.supervised=false")) {
            ClusterClient client = new ClusterClient(server.base(), history);
            client.standingData();
            client.openPathway("2020-01-02");
            try (KafkaProducer<String, String> producer = producer(server)) {
                long broker = server.kafka().orElseThrow();
                ServerProcess.signal("KILL", broker);
                boolean kafkaIsBack = isBack(BACK_WITHIN, () -> takesRecords(server, producer, broker));
                long postmaster = server.postmaster();
                ServerProcess.signal("KILL", postmaster);
                boolean postgresIsBack = isBack(BACK_WITHIN, () -> takesCommands(server, postmaster));
                System.out.printf(
                        "without a supervisor, after %d s: Kafka back %b, PostgreSQL back %b%n",
                        BACK_WITHIN.toSeconds(), kafkaIsBack, postgresIsBack);
                assertThat(kafkaIsBack).isFalse();
                assertThat(postgresIsBack).isFalse();
            }
        }
    }

    private interface Question {

        boolean answer() throws Exception;
    }

    private static boolean isBack(Duration limit, Question question) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            if (question.answer()) {
                return true;
            }
        }
        return false;
    }

    private List<Thread> traffic(ClusterClient client, AtomicBoolean working) {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Thread.ofVirtual().name("client-" + i).start(() -> {
                try {
                    while (working.get()) {
                        String pathway = openPathway(client);
                        goals(client, pathway);
                        goals(client, pathway);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        return clients;
    }

    /** The cohort moves the clock on, perhaps by days between a request and its repetition, which is then too late for a rule. */
    private String openPathway(ClusterClient client) throws InterruptedException {
        while (true) {
            try {
                String pathway = client.openPathway("2020-01-02");
                pathways.add(pathway);
                return pathway;
            } catch (ClusterClient.Refused refused) {
                refusals.incrementAndGet();
            }
        }
    }

    private void goals(ClusterClient client, String pathway) throws InterruptedException {
        try {
            client.recordGoals(pathway);
        } catch (ClusterClient.Refused refused) {
            refusals.incrementAndGet();
        }
    }

    /** From the kill until two commands that were sent after it have been accepted. */
    private Duration killPostgres(ServerProcess server, ClusterClient client, int kill) throws Exception {
        long postmaster = server.postmaster();
        long killedAt = System.nanoTime();
        ServerProcess.signal("KILL", postmaster);
        within(PATIENCE).until(() -> hasNewPostmaster(server, postmaster));
        openPathway(client);
        Duration away = Duration.ofNanos(System.nanoTime() - killedAt);
        System.out.printf(
                "kill %d of PostgreSQL: commands are accepted after %.1f s%n", kill, away.toMillis() / 1000.0);
        return away;
    }

    /** Those that the killed one left may still answer for a moment. */
    private static boolean hasNewPostmaster(ServerProcess server, long former) throws IOException {
        try {
            return server.postmaster() != former;
        } catch (NoSuchFileException | NoSuchElementException notYet) {
            return false;
        }
    }

    private static boolean takesCommands(ServerProcess server, long former) throws Exception {
        return hasNewPostmaster(server, former)
                || server.signIn().filter(answer -> answer.statusCode() == 201).isPresent();
    }

    /** From the kill until a new broker has acknowledged a record. */
    private static Duration killKafka(ServerProcess server, KafkaProducer<String, String> producer, int kill)
            throws Exception {
        long broker = server.kafka().orElseThrow();
        long killedAt = System.nanoTime();
        ServerProcess.signal("KILL", broker);
        within(PATIENCE).until(() -> takesRecords(server, producer, broker));
        Duration away = Duration.ofNanos(System.nanoTime() - killedAt);
        System.out.printf("kill %d of Kafka: a record is taken after %.1f s%n", kill, away.toMillis() / 1000.0);
        return away;
    }

    private static boolean takesRecords(ServerProcess server, KafkaProducer<String, String> producer, long former)
            throws Exception {
        Optional<Long> broker = server.kafka();
        if (broker.isEmpty() || broker.get() == former) {
            return false;
        }
        try {
            producer.send(new ProducerRecord<>(TOPIC, "sign of life")).get(3, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException away) {
            return false;
        }
    }

    /** PostgreSQL then ends all sessions and recovers by itself; if it was recovering already, it ends and is started again. */
    private void killBackend(ServerProcess server, ClusterClient client) throws Exception {
        long postmaster = server.postmaster();
        List<Long> backends = server.postgres().stream()
                .filter(pid -> pid != postmaster)
                .sorted()
                .toList();
        ServerProcess.signal("KILL", backends.get(random.nextInt(backends.size())));
        openPathway(client);
    }

    private static String bootstrap(ServerProcess server) throws IOException {
        return "127.0.0.1:"
                + Files.readString(server.home().resolve("kafka/port")).strip();
    }

    private static KafkaProducer<String, String> producer(ServerProcess server) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap(server)))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrap(server),
                        "max.block.ms", 1_000,
                        "request.timeout.ms", 1_000,
                        "delivery.timeout.ms", 1_500,
                        "linger.ms", 0),
                new StringSerializer(),
                new StringSerializer());
    }

    private static void report(String name, List<Duration> away) {
        List<Duration> sorted = away.stream().sorted().toList();
        System.out.printf(
                "%s was killed %d times: back after %.1f s at the median, %.1f to %.1f s%n",
                name,
                sorted.size(),
                sorted.get(sorted.size() / 2).toMillis() / 1000.0,
                sorted.getFirst().toMillis() / 1000.0,
                sorted.getLast().toMillis() / 1000.0);
    }

    private void checkStore(ServerProcess server, ClusterClient client, String journal) throws Exception {
        JdbcClient jdbc = JdbcClient.create(database(server));
        Set<String> known = new HashSet<>();
        history.acknowledged().forEach(each -> known.add(streamOf(each.event())));
        List<Stored> all = jdbc.sql(ClientHistory.ANSWERED)
                .query((rs, n) -> new Stored(ClientHistory.event(rs.getString(1), rs.getLong(2)), rs.getLong(3)))
                .list();
        List<Stored> stored = new ArrayList<>();
        Set<String> strange = new HashSet<>();
        for (Stored each : all) {
            String stream = streamOf(each.event());
            if (known.contains(stream)) {
                stored.add(each);
            } else if (!journal.contains(stream)) {
                strange.add(stream);
            }
        }
        System.out.printf(
                "%d commands acknowledged, %d refused by a rule, %d answers failed and were repeated, longest silence %.1f s, %d events stored"
                        + " for them and %d for the cohort%n",
                history.acknowledged().size(),
                refusals.get(),
                history.failures(),
                history.longestSilence().toMillis() / 1000.0,
                stored.size(),
                all.size() - stored.size());
        assertThat(history.unanswered()).isEmpty();
        assertThat(history.contradictions(stored)).isEmpty();
        assertThat(history.contradictions(stored.subList(1, stored.size())))
                .as("the same check notices one lost event")
                .hasSize(1);
        // The cohort was ended in the middle of a step, whose answer it may not have written down.
        assertThat(strange).as("streams that nobody has asked for").hasSizeLessThanOrEqualTo(1);

        long last = history.acknowledged().stream()
                .mapToLong(Acknowledged::position)
                .max()
                .orElseThrow();
        within(PATIENCE).until(() -> client.get("/api/pathways?after=" + last).status() == 200);
        List<String> listed = client.get("/api/pathways?after=" + last)
                .body()
                .valueStream()
                .map(row -> row.path("pathwayId").asString(""))
                .filter(pathways::contains)
                .toList();
        assertThat(listed).as("the view holds each pathway once").containsExactlyInAnyOrderElementsOf(pathways);
    }

    private static String streamOf(String event) {
        return event.substring(0, event.lastIndexOf('#'));
    }

    /** Each charge that the store holds for billing is in the topic once. */
    private static void checkCharges(ServerProcess server) throws Exception {
        JdbcClient jdbc = JdbcClient.create(database(server));
        List<String> stored = jdbc.sql("SELECT event_id FROM eventstore.event"
                        + " WHERE payload_type IN ('billing.charge-released', 'billing.charge-reversed')")
                .query(String.class)
                .list();
        List<String> received = new ArrayList<>();
        within(PATIENCE).until(() -> {
            received.clear();
            received.addAll(published(server));
            return received.size() >= stored.size();
        });
        System.out.printf("%d charges stored for billing, %d records in the topic%n", stored.size(), received.size());
        assertThat(stored).as("the cohort has raised charges").isNotEmpty();
        assertThat(received).as("each once").containsExactlyInAnyOrderElementsOf(stored);
        assertThat(received.subList(1, received.size()))
                .as("the same check notices one lost record")
                .isNotEqualTo(stored)
                .hasSize(stored.size() - 1);
    }

    private static List<String> published(ServerProcess server) throws IOException {
        List<String> identifiers = new ArrayList<>();
        KafkaClients kafka = new KafkaClients(bootstrap(server), Map.of(), ChargeTopics.OF_THE_CONTRACT);
        try (Consumer<String, byte[]> consumer = kafka.readCommitted()) {
            List<TopicPartition> partitions = consumer.partitionsFor(ChargesChannel.TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<String, byte[]> found : consumer.poll(Duration.ofMillis(500))) {
                    identifiers.add(
                            KafkaMessageFactory.createReader(found).toEvent().getId());
                }
            }
        }
        return identifiers;
    }

    /** Runs a command of the operator beside the server; it must find everything in order. */
    private void program(ServerProcess server, String name) throws IOException, InterruptedException {
        Path said = directory.resolve(name.substring(2) + ".log");
        Process program = server.program(said, List.of(name));
        boolean ended = program.waitFor(5, TimeUnit.MINUTES);
        String text = Files.readString(said);
        System.out.println(text);
        assertThat(ended && program.exitValue() == 0).as(text).isTrue();
    }

    private static DriverManagerDataSource database(ServerProcess server) throws IOException {
        Path postgres = server.home().resolve("postgres");
        String port = Files.readString(postgres.resolve("port")).strip();
        return new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + port + "/crossface",
                "crossface_server",
                Files.readString(postgres.resolve("server.password")).strip());
    }

    /** The simulated cohort, in a JVM of its own that is started again when the server was away; its journal says where it stopped. */
    private static final class Cohort implements AutoCloseable {

        private final Path journal;
        private final Path output;
        private final ServerProcess server;
        private final Thread thread;
        private volatile boolean wanted = true;
        private volatile Optional<Process> playing = Optional.empty();

        Cohort(Path directory, ServerProcess server) {
            this.journal = directory.resolve("cohort.journal");
            this.output = directory.resolve("cohort.log");
            this.server = server;
            this.thread = Thread.ofPlatform().daemon().name("cohort").start(this::play);
        }

        private void play() {
            Path simulator = Path.of("../simulator/target").toAbsolutePath().normalize();
            try {
                int code = 1;
                while (wanted && code != 0) {
                    Process process = new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx192m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    simulator.resolve("classes") + ":" + simulator.resolve("lib/*"),
                                    "org.crossface.simulator.Simulator",
                                    server.base().toString(),
                                    "--journal=" + journal)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                            .start();
                    playing = Optional.of(process);
                    code = process.waitFor();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void awaitSteps(int steps) {
            within(PATIENCE.multipliedBy(3))
                    .until(() -> Files.exists(journal)
                            && Files.readString(journal).lines().count() > steps);
        }

        /** All that it has written down. */
        String journal() throws IOException {
            Path played = journal.resolveSibling("cohort.played");
            return Files.readString(Files.exists(played) ? played : journal);
        }

        void end() {
            wanted = false;
            playing.ifPresent(Process::destroy);
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            end();
        }
    }
}
