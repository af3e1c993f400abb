package org.crossface.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.crossface.server.CrossfaceServer;
import org.crossface.server.cluster.ClientHistory.Acknowledged;
import org.crossface.server.cluster.ClientHistory.Stored;
import org.crossface.server.cluster.ClusterClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two real nodes under traffic, each killed with SIGKILL in turn. Nothing that a client was told is lost or done twice, the views go on at
 * the other node, and open pages recover. Run it with {@code make drill-cluster}.
 */
@Tag("drill")
class ClusterDrill {

    private static final int PORT = Integer.getInteger("crossface.drill.port", 8260);
    private static final int CLIENTS = Integer.getInteger("crossface.drill.clients", 6);
    private static final Duration BETWEEN = Duration.ofSeconds(Integer.getInteger("crossface.drill.seconds", 10));
    private static final Pattern PROCESS = Pattern.compile("(node-\\d) runs as process (\\d+)");

    @TempDir
    private Path directory;

    private final URI base = URI.create("http://127.0.0.1:" + PORT);
    private final ClientHistory history = new ClientHistory();
    private final Set<String> pathways = ConcurrentHashMap.newKeySet();
    private final ClusterClient client = new ClusterClient(base, history);

    private static ConditionFactory within(Duration limit) {
        return await().pollInterval(Duration.ofMillis(100)).atMost(limit);
    }

    @Test
    void nothingAcknowledgedIsLostWhenANodeDies() throws Exception {
        Process launcher = launch();
        List<LiveViewer> viewers = new ArrayList<>();
        try {
            within(Duration.ofMinutes(5)).until(() -> !launcher.isAlive() || nodesUp() == 2);
            assertThat(launcher.isAlive()).as(log()).isTrue();
            client.standingData();
            viewers.add(new LiveViewer(base));
            viewers.add(new LiveViewer(base));
            AtomicBoolean working = new AtomicBoolean(true);
            String today = Instant.parse(
                            client.get("/api/clock").body().path("instant").asString(""))
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .minusDays(2)
                    .toString();
            List<Thread> clients = traffic(working, today);
            try {
                for (String node : List.of("node-1", "node-2")) {
                    letPass(BETWEEN);
                    kill(node);
                    letPass(BETWEEN);
                    within(Duration.ofMinutes(3)).until(() -> nodesUp() == 2);
                }
                letPass(BETWEEN);
            } finally {
                working.set(false);
                for (Thread thread : clients) {
                    thread.join();
                }
            }
            check(viewers);
        } finally {
            viewers.forEach(LiveViewer::close);
            stop(launcher);
        }
    }

    private Process launch() throws IOException {
        return crossface(
                directory.resolve("launcher.log"), "--cluster", "--crossface.demo=true", "--server.port=" + PORT);
    }

    private Process crossface(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CrossfaceServer.class.getName(),
                "--crossface.home=" + directory.resolve("home")));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("launcher.log"));
    }

    private long nodesUp() throws InterruptedException {
        Answer answer = client.exchange("GET", BalancerServlet.NODES, "");
        return answer.body()
                .valueStream()
                .filter(node -> node.path("up").asBoolean())
                .count();
    }

    /** Time is what is wanted here: traffic goes on meanwhile. */
    private static void letPass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        await().atMost(time.plusSeconds(10)).until(() -> System.nanoTime() > end);
    }

    private List<Thread> traffic(AtomicBoolean working, String today) {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Thread.ofVirtual().name("client-" + i).start(() -> {
                try {
                    while (working.get()) {
                        String pathway = client.openPathway(today);
                        pathways.add(pathway);
                        // The second to the stream finds it in the cache of one node or of the other.
                        client.recordGoals(pathway);
                        client.recordGoals(pathway);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        return clients;
    }

    /** Kills the process that now runs as this node, and says how long the views and the acknowledgements stood still. */
    private void kill(String node) throws IOException, InterruptedException {
        long pid = PROCESS.matcher(log())
                .results()
                .filter(line -> line.group(1).equals(node))
                .reduce((earlier, later) -> later)
                .map(MatchResult::group)
                .map(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .orElseThrow();
        long before = history.acknowledged().size();
        long killedAt = System.nanoTime();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        within(Duration.ofSeconds(30))
                .until(() -> history.acknowledged().stream()
                        .anyMatch(answer -> answer.atNanos()
                                > killedAt + Duration.ofMillis(50).toNanos()));
        long position = history.acknowledged().stream()
                .mapToLong(Acknowledged::position)
                .max()
                .orElseThrow();
        within(Duration.ofSeconds(60))
                .until(() -> client.get("/api/pathways?phase=COMPLETED&after=" + position)
                                .status()
                        == 200);
        System.out.printf(
                "%s (process %d) killed after %d acknowledgements; views of the other node held position %d %.1f s later%n",
                node, pid, before, position, (System.nanoTime() - killedAt) / 1e9);
    }

    private void check(List<LiveViewer> viewers) throws Exception {
        JdbcClient jdbc = JdbcClient.create(database());
        List<Stored> stored = jdbc.sql(ClientHistory.ANSWERED)
                .query((rs, n) -> new Stored(ClientHistory.event(rs.getString(1), rs.getLong(2)), rs.getLong(3)))
                .list();
        System.out.printf(
                "%d commands acknowledged, %d answers failed and were repeated, longest silence %.1f s, %d events stored%n",
                history.acknowledged().size(),
                history.failures(),
                history.longestSilence().toMillis() / 1000.0,
                stored.size());
        assertThat(history.unanswered()).isEmpty();
        assertThat(history.contradictions(stored)).isEmpty();
        assertThat(history.contradictions(stored.subList(1, stored.size())))
                .as("the same check notices one lost event")
                .hasSize(1);

        long last = history.acknowledged().stream()
                .mapToLong(Acknowledged::position)
                .max()
                .orElseThrow();
        Answer list = client.get("/api/pathways?after=" + last);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()
                        .valueStream()
                        .map(row -> row.path("pathwayId").asString(""))
                        .toList())
                .as("the view holds each pathway once")
                .containsExactlyInAnyOrderElementsOf(pathways);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = ? AND objsubid = 2")
                        .param(0x42494C4C)
                        .query(Integer.class)
                        .single())
                .as("one node relays")
                .isEqualTo(1);
        checkLive(viewers);
        program("--check-store");
        program("--replay");
    }

    /** Runs a command of the operator beside the nodes; it must find everything in order. */
    private void program(String name) throws IOException, InterruptedException {
        Path said = directory.resolve(name.substring(2) + ".log");
        Process program = crossface(said, name);
        boolean ended = program.waitFor(3, TimeUnit.MINUTES);
        String text = Files.readString(said);
        System.out.println(text);
        assertThat(ended && program.exitValue() == 0).as(text).isTrue();
    }

    /** Pages that were open all the time hear of what is done now, on whichever node they are. */
    private void checkLive(List<LiveViewer> viewers) throws InterruptedException {
        String today = Instant.parse(
                        client.get("/api/clock").body().path("instant").asString(""))
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(2)
                .toString();
        String fresh = client.openPathway(today);
        for (LiveViewer viewer : viewers) {
            within(Duration.ofSeconds(10)).until(() -> viewer.changedPathways.contains(fresh));
            long missed = pathways.stream()
                    .filter(id -> !viewer.changedPathways.contains(id))
                    .count();
            System.out.printf(
                    "a page opened its stream %d times, heard nothing for %.1f s at most, heard live of all but %d of %d pathways%n",
                    viewer.streams.get(), viewer.longestGapNanos.get() / 1e9, missed, pathways.size());
            assertThat(viewer.signedOut).as("the session outlives its node").hasValue(0);
        }
        assertThat(viewers).anyMatch(viewer -> viewer.streams.get() > 1);
    }

    private DriverManagerDataSource database() throws IOException {
        Path postgres = directory.resolve("home").resolve("postgres");
        String port = Files.readString(postgres.resolve("port")).strip();
        return new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + port + "/crossface",
                "crossface_server",
                Files.readString(postgres.resolve("server.password")).strip());
    }

    private void stop(Process launcher) throws IOException, InterruptedException {
        List<ProcessHandle> children = launcher.descendants().toList();
        launcher.destroy();
        within(Duration.ofSeconds(90)).until(() -> !launcher.isAlive());
        List<Long> left = children.stream()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .toList();
        children.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        System.out.println(log());
        assertThat(left).as("no child outlives the launcher").isEmpty();
    }
}
