package org.crossface.server.cluster;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sends each request to a node that is up, in rotation: sessions are in the database, so any node can answer. Answers are passed on as they
 * arrive, including event streams.
 *
 * <p>A request whose node fails is sent to another node when a second attempt can do no harm (see {@link Repetition}). Otherwise its
 * outcome is unknown, and the response says so. When a node's response breaks off, the response to the client breaks off too.
 */
final class BalancerServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** The address of the nodes' states. */
    static final String NODES = "/-/nodes";

    private static final String KEY = "Idempotency-Key";
    private static final int PIECE = 16 * 1024;

    /** Headers of one connection, and headers that are created anew. */
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "host",
            "content-length",
            "x-forwarded-for",
            "x-forwarded-proto",
            "x-forwarded-host",
            "x-forwarded-port",
            "forwarded");

    private final transient Targets targets;
    private final transient HttpClient client;

    BalancerServlet(Targets targets) {
        this.targets = targets;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (NODES.equals(request.getRequestURI())) {
            writeNodes(response);
            return;
        }
        RequestBody body = RequestBody.of(request.getInputStream());
        Set<Target> tried = new HashSet<>();
        Optional<Target> target = targets.next(tried);
        while (target.isPresent()) {
            Target node = target.get();
            try {
                passOn(ask(node, request, body), response);
                return;
            } catch (NodeFailed failed) {
                tried.add(node);
                if (Repetition.neverArrived(failed.failure())) {
                    node.unreachable();
                }
                if (response.isCommitted()) {
                    throw failed.failure();
                }
                response.reset();
                boolean repeat = body.canBeRepeated()
                        && Repetition.isHarmless(request.getMethod(), request.getHeader(KEY) != null, failed.failure());
                if (!repeat) {
                    answerUnknown(response);
                    return;
                }
                target = targets.next(tried);
            }
        }
        answerNoNode(response);
    }

    /** The connection to the node failed, not the one to the client. */
    private static final class NodeFailed extends Exception {

        private static final long serialVersionUID = 1L;

        private final IOException failure;

        NodeFailed(IOException failure) {
            super(failure);
            this.failure = failure;
        }

        IOException failure() {
            return failure;
        }
    }

    private HttpResponse<InputStream> ask(Target node, HttpServletRequest request, RequestBody body) throws NodeFailed {
        try {
            return client.send(translated(node, request, body), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new NodeFailed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFailed(new IOException("The balancer stops", e));
        }
    }

    private static HttpRequest translated(Target node, HttpServletRequest request, RequestBody body) {
        String query = request.getQueryString();
        URI address = URI.create(node.address() + request.getRequestURI() + (query == null ? "" : "?" + query));
        HttpRequest.Builder translated = HttpRequest.newBuilder(address).method(request.getMethod(), body.publisher());
        for (String name : Collections.list(request.getHeaderNames())) {
            if (isPassedOn(name)) {
                Collections.list(request.getHeaders(name)).forEach(value -> translated.header(name, value));
            }
        }
        return translated
                .header("X-Forwarded-For", request.getRemoteAddr())
                .header("X-Forwarded-Proto", request.getScheme())
                .header("X-Forwarded-Host", request.getServerName())
                .header("X-Forwarded-Port", Integer.toString(request.getServerPort()))
                .build();
    }

    private static boolean isPassedOn(String header) {
        return !NOT_PASSED_ON.contains(header.toLowerCase(Locale.ROOT));
    }

    private static void passOn(HttpResponse<InputStream> answer, HttpServletResponse response)
            throws NodeFailed, IOException {
        HttpHeaders headers = answer.headers();
        response.setStatus(answer.statusCode());
        headers.map().forEach((name, values) -> {
            if (isPassedOn(name)) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
        headers.firstValueAsLong("Content-Length").ifPresent(response::setContentLengthLong);
        boolean stream = headers.firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        if (stream) {
            response.flushBuffer();
        }
        try (InputStream content = answer.body()) {
            ServletOutputStream out = response.getOutputStream();
            byte[] piece = new byte[PIECE];
            for (int length = read(content, piece); length >= 0; length = read(content, piece)) {
                out.write(piece, 0, length);
                if (stream) {
                    out.flush();
                }
            }
        }
    }

    private static int read(InputStream content, byte[] piece) throws NodeFailed {
        try {
            return content.read(piece);
        } catch (IOException e) {
            throw new NodeFailed(e);
        }
    }

    private static void answerUnknown(HttpServletResponse response) throws IOException {
        problem(
                response,
                HttpServletResponse.SC_BAD_GATEWAY,
                "outcome-unknown",
                "The node failed while it had the request; it may have been carried out or not",
                "Check whether it was, or send requests with an Idempotency-Key, which can be repeated without harm");
    }

    private static void answerNoNode(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "1");
        problem(
                response,
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                "no-node",
                "No node can be reached now",
                "Ask again in a moment");
    }

    /** All parts are constants of this class, so nothing needs escaping. */
    private static void problem(HttpServletResponse response, int status, String code, String detail, String remedy)
            throws IOException {
        response.setStatus(status);
        write(
                response,
                "application/problem+json",
                "{\"type\":\"urn:crossface:problem:%s\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\",\"remedy\":\"%s\"}"
                        .formatted(
                                code,
                                status == 502 ? "Bad Gateway" : "Service Unavailable",
                                status,
                                code,
                                detail,
                                remedy));
    }

    private void writeNodes(HttpServletResponse response) throws IOException {
        List<Target> all = targets.all();
        write(
                response,
                "application/json",
                all.stream()
                        .map(target -> "{\"name\":\"%s\",\"address\":\"%s\",\"up\":%s}"
                                .formatted(target.name(), target.address(), target.isUp()))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private static void write(HttpServletResponse response, String type, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }
}
