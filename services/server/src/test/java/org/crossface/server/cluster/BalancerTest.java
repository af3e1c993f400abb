package org.crossface.server.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The balancer's rules, with nodes that do as they are told. */
class BalancerTest {

    /** What a node does with a request. */
    private enum Behaviour {
        ANSWER,
        BREAK_BEFORE_ANSWER,
        BREAK_WITHIN_ANSWER,
        STREAM
    }

    /** A request as it arrived at a node. */
    private record Arrived(String method, String path, String body, com.sun.net.httpserver.Headers headers) {}

    /** A node made of an HTTP server. */
    private static final class FakeNode implements AutoCloseable {

        final String name;
        final HttpServer server;
        final List<Arrived> arrived = new CopyOnWriteArrayList<>();
        volatile Behaviour behaviour = Behaviour.ANSWER;
        volatile boolean ready = true;

        FakeNode(String name) throws IOException {
            this.name = name;
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/actuator/health/readiness", exchange -> {
                exchange.sendResponseHeaders(ready ? 200 : 503, -1);
                exchange.close();
            });
            server.createContext("/", this::handle);
            server.start();
        }

        private void handle(HttpExchange exchange) throws IOException {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            arrived.add(new Arrived(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    body,
                    exchange.getRequestHeaders()));
            byte[] answer = ("from " + name).getBytes(UTF_8);
            switch (behaviour) {
                case BREAK_BEFORE_ANSWER -> exchange.close();
                case BREAK_WITHIN_ANSWER -> {
                    exchange.sendResponseHeaders(200, 100_000);
                    exchange.getResponseBody().write(new byte[50_000]);
                    exchange.getResponseBody().flush();
                    server.stop(0);
                }
                case STREAM -> {
                    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write("data: 1\n\n".getBytes(UTF_8));
                    exchange.getResponseBody().flush();
                }
                case ANSWER -> {
                    exchange.getResponseHeaders().add("Set-Cookie", "a=1");
                    exchange.getResponseHeaders().add("Set-Cookie", "b=2");
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                }
            }
        }

        Target target() {
            return new Target(
                    name, URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @TempDir
    private Path work;

    private FakeNode one;
    private FakeNode two;
    private List<Target> targets;
    private Balancer balancer;
    private HttpClient client;

    @BeforeEach
    void start() throws IOException {
        one = new FakeNode("one");
        two = new FakeNode("two");
        targets = List.of(one.target(), two.target());
        balancer = Balancer.start("127.0.0.1", 0, targets, work);
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        await().until(() -> targets.stream().allMatch(Target::isUp));
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        balancer.close();
        one.close();
        two.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + balancer.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void requestsGoToAllNodesInTurnAsTheyCame() throws Exception {
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> answer = send(to("/api/x?q=a%20b")
                    .header("X-Forwarded-For", "6.6.6.6")
                    .method("PUT", BodyPublishers.ofString("body")));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
        }
        assertThat(one.arrived).hasSize(5);
        assertThat(two.arrived).hasSize(5);
        assertThat(one.arrived).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("PUT");
            assertThat(request.path()).isEqualTo("/api/x?q=a%20b");
            assertThat(request.body()).isEqualTo("body");
            assertThat(request.headers().get("X-Forwarded-Host")).containsExactly("127.0.0.1");
            assertThat(request.headers().get("X-Forwarded-Port")).containsExactly(Integer.toString(balancer.port()));
            assertThat(request.headers().get("X-Forwarded-For")).containsExactly("127.0.0.1");
        });
    }

    @Test
    void aNodeThatIsNotReadyGetsNothing() throws Exception {
        one.ready = false;
        await().until(() -> !targets.getFirst().isUp());
        for (int i = 0; i < 6; i++) {
            assertThat(send(to("/")).body()).isEqualTo("from two");
        }
        one.ready = true;
        await().until(() -> targets.getFirst().isUp());
        send(to("/"));
        send(to("/"));
        assertThat(one.arrived).hasSize(1);
    }

    @Test
    void aSafeRequestThatFailedGoesToAnotherNode() throws Exception {
        one.behaviour = Behaviour.BREAK_BEFORE_ANSWER;
        for (int i = 0; i < 4; i++) {
            assertThat(send(to("/")).body()).isEqualTo("from two");
        }
        assertThat(one.arrived).isNotEmpty();
    }

    @Test
    void aCommandWithAKeyThatFailedGoesToAnotherNodeUnchanged() throws Exception {
        one.behaviour = Behaviour.BREAK_BEFORE_ANSWER;
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> answer =
                    send(to("/api/x").header("Idempotency-Key", "key-" + i).POST(BodyPublishers.ofString("body-" + i)));
            assertThat(answer.body()).isEqualTo("from two");
        }
        assertThat(two.arrived)
                .extracting(request -> request.headers().getFirst("Idempotency-Key") + request.body())
                .containsExactly("key-0body-0", "key-1body-1", "key-2body-2", "key-3body-3");
        assertThat(one.arrived).isNotEmpty();
    }

    @Test
    void aCommandWithoutAKeyIsNeverRepeated() throws Exception {
        one.behaviour = Behaviour.BREAK_BEFORE_ANSWER;
        two.behaviour = Behaviour.BREAK_BEFORE_ANSWER;
        HttpResponse<String> answer = send(to("/api/x").POST(BodyPublishers.ofString("body")));
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("outcome-unknown").contains("Idempotency-Key");
        assertThat(one.arrived.size() + two.arrived.size()).isEqualTo(1);
    }

    @Test
    void whatNeverArrivedGoesToAnotherNodeWhateverItIs() throws Exception {
        one.close();
        for (int i = 0; i < 4; i++) {
            assertThat(send(to("/api/x").POST(BodyPublishers.ofString("body"))).body())
                    .isEqualTo("from two");
        }
        assertThat(targets.getFirst().isUp()).isFalse();
    }

    @Test
    void withoutAnyNodeTheAnswerSaysSo() throws Exception {
        one.close();
        two.close();
        HttpResponse<String> answer = send(to("/"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.body()).contains("no-node");
        assertThat(send(to(BalancerServlet.NODES)).body()).contains("\"up\":false");
    }

    @Test
    void aStreamIsPassedOnAsItComesAndEndsWithItsNode() throws Exception {
        one.behaviour = Behaviour.STREAM;
        two.behaviour = Behaviour.STREAM;
        HttpResponse<java.io.InputStream> stream = client.send(to("/events").build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
            // It arrives although the node has not ended its answer.
            assertThat(lines.readLine()).isEqualTo("data: 1");
            assertThat(lines.readLine()).isEmpty();
            one.close();
            two.close();
            assertThatThrownBy(lines::readLine).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForAWholeOne() {
        one.behaviour = Behaviour.BREAK_WITHIN_ANSWER;
        two.behaviour = Behaviour.BREAK_WITHIN_ANSWER;
        assertThatThrownBy(() -> send(to("/"))).isInstanceOf(IOException.class);
    }
}
