package org.crossface.server.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.crossface.server.cluster.ClientHistory.Acknowledged;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the API that does not give up: it repeats each command with its key until it is answered. */
final class ClusterClient {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String COORDINATOR = "surgical-coordinator";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final URI base;
    private final ClientHistory history;

    ClusterClient(URI base, ClientHistory history) {
        this.base = base;
        this.history = history;
    }

    /** The command broke a rule, and nothing was done. */
    static final class Refused extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** An answer; of status 0 when the connection failed. */
    record Answer(int status, JsonNode body) {}

    Answer get(String path) throws InterruptedException {
        return exchange("GET", path, "", "Authorization", "Bearer " + token(COORDINATOR));
    }

    Answer post(String user, String path, Object body, String key) throws InterruptedException {
        return exchange(
                "POST",
                path,
                json.writeValueAsString(body),
                "Authorization",
                "Bearer " + token(user),
                "Idempotency-Key",
                key);
    }

    private String token(String user) throws InterruptedException {
        String known = tokens.get(user);
        while (known == null) {
            Answer answer = exchange(
                    "POST",
                    "/api/tokens",
                    json.writeValueAsString(Map.of("userName", user, "password", "crossface-demo")));
            if (answer.status() == 200 || answer.status() == 201) {
                known = answer.body().path("token").asString("");
                tokens.put(user, known);
            }
        }
        return known;
    }

    Answer exchange(String method, String path, String body, String... headers) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(response.statusCode(), isJson ? json.readTree(response.body()) : json.createObjectNode());
        } catch (IOException e) {
            return new Answer(0, json.createObjectNode());
        }
    }

    /**
     * Sends a command of one event until it is answered.
     *
     * @return the answer's body
     */
    JsonNode send(String user, String path, Object body) throws InterruptedException {
        String request = UUID.randomUUID().toString();
        history.asked(request);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Answer answer = post(user, path, body, request);
            if (answer.status() == 200 || answer.status() == 201) {
                String event = ClientHistory.event(
                        answer.body().path("streamId").asString(""),
                        answer.body().path("sequence").asLong());
                history.acknowledged(new Acknowledged(
                        request, event, answer.body().path("position").asLong(), System.nanoTime()));
                return answer.body();
            }
            if (answer.status() != 0 && answer.status() < 500) {
                history.refused(request);
                throw new Refused(path + " was refused: " + answer);
            }
            history.failed();
        }
        throw new IllegalStateException("No node has answered within " + PATIENCE);
    }

    void standingData() throws InterruptedException {
        Answer site = post(
                "administrator",
                "/api/reference/sites/site-bayview/register-site",
                Map.of(
                        "name", "Bayview Surgical Center",
                        "organisationId", "org-center",
                        "kind", "SURGERY_CENTER",
                        "zone", "America/Los_Angeles",
                        "rooms", List.of("OR-1"),
                        "privileges", List.of("ONE", "TWO")),
                "site");
        if (site.status() != 201) {
            throw new IllegalStateException("The site was refused: " + site);
        }
    }

    /** A new patient's new pathway: two commands, two streams. */
    String openPathway(String today) throws InterruptedException {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("familyName", "Quill");
        // A centre registers a person of one name and birth date once.
        person.put("givenNames", "Ada" + UUID.randomUUID().toString().substring(0, 8));
        person.put("birthDate", "1990-06-02");
        person.put("sex", "FEMALE");
        person.put("language", "en-US");
        person.put("interpreterNeeded", false);
        person.put("timeZone", "America/Los_Angeles");
        person.put("identifiers", List.of());
        person.put("contactConsent", true);
        String patient =
                send(COORDINATOR, "/api/patients", person).path("patientId").asString("");
        return send(
                        COORDINATOR,
                        "/api/pathways",
                        Map.of(
                                "patientId",
                                patient,
                                "siteId",
                                "site-bayview",
                                "referredOn",
                                today,
                                "reason",
                                "Facial palsy"))
                .path("pathwayId")
                .asString("");
    }

    /** Adds to the stream of a pathway. */
    void recordGoals(String pathway) throws InterruptedException {
        send(
                "surgeon",
                "/api/pathways/" + pathway + "/record-goals",
                Map.of("goals", "Smile without thinking", "priorities", List.of("SPONTANEOUS_SMILE")));
    }
}
