package org.crossface.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API of a running Crossface, as demo users of several roles. */
final class CrossfaceApi {

    private static final String DEMO_PASSWORD = "crossface-demo";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final URI base;

    CrossfaceApi(URI base) {
        this.base = base;
    }

    /** An answer of the API: its status and its body, which is an empty object where there was none. */
    record Answer(int status, JsonNode body) {

        /** Of a command that was planned and not sent yet. */
        static final Answer NONE_YET = new Answer(0, JsonMapper.shared().createObjectNode());

        boolean accepted() {
            return status / 100 == 2;
        }

        /** Rule that refused, or the problem's code; empty when accepted. */
        String refusal() {
            String rule = body.path("rule").asString("");
            return rule.isEmpty() ? body.path("code").asString("") : rule;
        }
    }

    Answer post(String user, String path, Object body) {
        return send(user, "POST", path, "application/json", json.writeValueAsString(body));
    }

    Answer postFhir(String user, String path, String bundle) {
        return send(user, "POST", path, "application/fhir+json", bundle);
    }

    Answer get(String user, String path) {
        return send(user, "GET", path, "application/json", "");
    }

    /** Moves the demo clock forward; an instant that has passed leaves it as it is. */
    void moveClock(Instant instant) {
        Answer answer = send(
                "administrator",
                "PUT",
                "/api/clock",
                "application/json",
                json.writeValueAsString(Map.of("instant", instant.toString())));
        if (!answer.accepted()) {
            throw new IllegalStateException("The demo clock could not be moved: " + answer);
        }
    }

    Instant clock() {
        return Instant.parse(
                get("administrator", "/api/clock").body().path("instant").asString());
    }

    private Answer send(String user, String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, this::signIn))
                .header("Accept", "application/json, application/problem+json");
        if (method.equals("GET")) {
            request.GET();
        } else {
            request.header("Content-Type", type).method(method, BodyPublishers.ofString(body));
        }
        return exchange(request.build());
    }

    private String signIn(String user) {
        Answer answer = exchange(HttpRequest.newBuilder(base.resolve("/api/tokens"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        json.writeValueAsString(Map.of("userName", user, "password", DEMO_PASSWORD))))
                .build());
        if (!answer.accepted()) {
            throw new IllegalStateException("The demo user " + user + " could not sign in: " + answer);
        }
        return answer.body().path("token").asString();
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            String body = response.body();
            return new Answer(response.statusCode(), body.isBlank() ? json.createObjectNode() : json.readTree(body));
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
