package org.crossface.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and monitors see while the embedded PostgreSQL is away or silent, and how the server ends then. */
class ChildrenTest {

    /** What the product promises for a stop in any state. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static ConditionFactory within(Duration limit) {
        return await().pollInterval(Duration.ofMillis(100)).atMost(limit);
    }

    @Test
    void withoutPostgresReadinessFailsAndNothingHangs() throws Exception {
        try (ServerProcess server =
                ServerProcess.start(directory, freePort(), "--crossface.embedded.supervised=false")) {
            assertThat(server.signIn().map(HttpResponse::statusCode)).hasValue(201);

            ServerProcess.signal("KILL", server.postmaster());
            within(Duration.ofSeconds(5)).until(() -> server.status("/actuator/health/readiness") == 503);
            assertThat(server.status("/actuator/health/liveness")).isEqualTo(200);
            assertThat(server.status("/actuator/health"))
                    .as("answered, not hanging")
                    .isEqualTo(503);
            HttpResponse<String> refused = server.signIn().orElseThrow();
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.body()).contains("\"code\":\"unavailable\"");
            HttpResponse<String> page = server.page("/today").orElseThrow();
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
            assertThat(page.body()).contains("Not available for now");

            assertThat(server.terminate()).isLessThan(ENDS_WITHIN);
            assertThat(server.leftBehind()).isEmpty();
        }
    }

    @Test
    @Tag("drill") // most of a minute
    void killedServersComeBackAndSilentOnesDoNotKeepItFromEnding() throws Exception {
        int port = freePort();
        try (ServerProcess server = ServerProcess.start(directory, port)) {
            ClientHistory history = new ClientHistory();
            ClusterClient client = new ClusterClient(server.base(), history);
            client.standingData();
            String before = client.openPathway("2020-01-02");
            long postmaster = server.postmaster();
            long broker = server.kafka().orElseThrow();

            ServerProcess.signal("KILL", postmaster);
            ServerProcess.signal("KILL", broker);
            AtomicReference<@Nullable String> after = new AtomicReference<>();
            Thread asking = Thread.ofVirtual().start(() -> after.set(openAgain(client)));
            within(Duration.ofMinutes(1))
                    .until(() -> !server.postgres().contains(postmaster)
                            && server.kafka().filter(pid -> pid != broker).isPresent()
                            && server.status("/actuator/health/readiness") == 200);
            assertThat(asking.join(Duration.ofMinutes(1))).isTrue();
            assertThat(after.get()).isNotNull();

            long last = history.acknowledged().stream()
                    .mapToLong(ClientHistory.Acknowledged::position)
                    .max()
                    .orElseThrow();
            within(Duration.ofMinutes(1)).untilAsserted(() -> {
                ClusterClient.Answer list = client.get("/api/pathways?after=" + last);
                assertThat(list.status()).isEqualTo(200);
                assertThat(list.body()
                                .valueStream()
                                .map(row -> row.path("pathwayId").asString("")))
                        .as("the views go on by themselves")
                        .contains(before, after.get());
            });
            within(Duration.ofMinutes(1)).until(() -> server.status("/actuator/health") == 200);
            assertThat(server.log()).contains("embedded PostgreSQL answers again", "embedded Kafka answers again");

            try (LiveViewer open = new LiveViewer(server.base())) {
                within(Duration.ofSeconds(20)).until(() -> open.streams.get() > 0);
                for (long pid : server.postgres()) {
                    ServerProcess.signal("STOP", pid);
                }
                ServerProcess.signal("STOP", server.kafka().orElseThrow());
                Thread waiting = Thread.ofVirtual().start(() -> askForAPage(server));
                assertThat(server.terminate()).isLessThan(ENDS_WITHIN);
                assertThat(waiting.join(Duration.ofSeconds(20))).isTrue();
            }
            assertThat(server.leftBehind()).as("nothing is orphaned").isEmpty();
        }
    }

    private static @Nullable String openAgain(ClusterClient client) {
        try {
            return client.openPathway("2020-01-02");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static void askForAPage(ServerProcess server) {
        try {
            server.page("/today");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void itEndsInTheMiddleOfItsStartAndLeavesNothing() throws Exception {
        try (ServerProcess server = ServerProcess.begin(directory, freePort())) {
            within(Duration.ofMinutes(2))
                    .until(() -> Files.isDirectory(directory.resolve("home/postgres/data"))
                            && !server.postgres().isEmpty());
            assertThat(server.terminate()).isLessThan(ENDS_WITHIN);
            assertThat(server.leftBehind()).isEmpty();
        }
    }
}
