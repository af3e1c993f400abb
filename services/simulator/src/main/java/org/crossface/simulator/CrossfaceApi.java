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
import tools.jackson.databind.json.JsonMapper;

/** The public API of a running Crossface, as demo users of several roles. */
final class CrossfaceApi implements Api {

    private static final String DEMO_PASSWORD = "crossface-demo";
    private static final int UNAVAILABLE = 503;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final URI base;

    CrossfaceApi(URI base) {
        this.base = base;
    }

    @Override
    public Answer send(Step step) {
        if (step.reads()) {
            // The simulator reads only for the review of quality, and an auditor names the purpose of each read.
            return exchange(request(step.user(), step.path())
                    .header("X-Purpose-Of-Use", "HQUALITY")
                    .GET()
                    .build());
        }
        return exchange(request(step.user(), step.path())
                .header("Content-Type", step.type())
                .header("Idempotency-Key", step.key())
                .POST(BodyPublishers.ofString(step.body()))
                .build());
    }

    @Override
    public void moveClock(Instant instant) {
        Answer answer = exchange(request(Staff.ADMINISTRATOR, "/api/clock")
                .header("Content-Type", Step.JSON)
                .PUT(BodyPublishers.ofString(json.writeValueAsString(Map.of("instant", instant.toString()))))
                .build());
        if (!answer.accepted()) {
            throw new IllegalStateException("The demo clock could not be moved: " + answer);
        }
    }

    @Override
    public Instant clock() {
        Answer answer =
                exchange(request(Staff.ADMINISTRATOR, "/api/clock").GET().build());
        return Instant.parse(answer.body().path("instant").asString());
    }

    private HttpRequest.Builder request(String user, String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, this::signIn))
                .header("Accept", "application/json, application/problem+json");
    }

    private String signIn(String user) {
        Answer answer = exchange(HttpRequest.newBuilder(base.resolve("/api/tokens"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", Step.JSON)
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
            if (response.statusCode() == UNAVAILABLE) {
                throw new ServerGone(request.uri() + " is unavailable");
            }
            String body = response.body();
            return new Answer(response.statusCode(), body.isBlank() ? json.createObjectNode() : json.readTree(body));
        } catch (IOException e) {
            throw new ServerGone(request.uri() + " does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
