package org.crossface.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.crossface.platform.api.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the API that signs in as the demonstration's users. */
public final class Http {

    private static final String PASSWORD = "crossface-demo";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final URI base;
    private final Consumer<Exchange> watcher;

    Http(int port) {
        this(port, exchange -> {});
    }

    /** Tells the watcher of each request with its answer. */
    Http(int port, Consumer<Exchange> watcher) {
        this.base = URI.create("http://127.0.0.1:" + port);
        this.watcher = watcher;
    }

    /**
     * A request that was answered.
     *
     * @param token with which it was sent; empty for none
     */
    record Exchange(String method, String path, String type, String body, String token, Answer answer) {}

    /** An answer. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String text(String field) {
            return body.path(field).asString("");
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    Answer post(Role as, String path, Object body, String... headers) {
        return send(as, "POST", path, json.writeValueAsString(body), headers);
    }

    /** As the user of this name. */
    public Answer postAs(String userName, String path, Object body) {
        return exchange("POST", path, json.writeValueAsString(body), token(userName));
    }

    Answer postText(Role as, String path, String body, String... headers) {
        return send(as, "POST", path, body, headers);
    }

    Answer get(Role as, String path, String... headers) {
        return send(as, "GET", path, "", headers);
    }

    Answer put(Role as, String path, Object body) {
        return send(as, "PUT", path, json.writeValueAsString(body));
    }

    private Answer send(Role as, String method, String path, String body, String... headers) {
        return exchange(method, path, body, token(as), headers);
    }

    String token(Role as) {
        return token(as.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The token of the user of this name. */
    String tokenOf(String userName) {
        return token(userName);
    }

    private String token(String userName) {
        return tokens.computeIfAbsent(
                userName,
                user -> exchange(
                                "POST",
                                "/api/tokens",
                                json.writeValueAsString(Map.of("userName", user, "password", PASSWORD)),
                                "")
                        .text("token"));
    }

    private static String typeOf(String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equals("Content-Type")) {
                return headers[i + 1];
            }
        }
        return "application/json";
    }

    /** A request with this token; an empty one means without. */
    Answer exchange(String method, String path, String body, String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", typeOf(headers));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            if (!headers[i].equals("Content-Type")) {
                request.header(headers[i], headers[i + 1]);
            }
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            Answer answer = new Answer(
                    response.statusCode(), isJson ? json.readTree(response.body()) : json.createObjectNode(), response);
            String type =
                    response.request().headers().firstValue("Content-Type").orElse("");
            watcher.accept(new Exchange(method, path, type, body, token, answer));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
