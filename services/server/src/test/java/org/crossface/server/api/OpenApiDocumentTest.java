package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.server.api.Http.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed description of the API is that of the running server. After an intended change renew it with {@code ./mvnw -pl
 * services/server -am test -Dtest=OpenApiDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dcrossface.openapi.renew=true} and commit
 * the difference.
 */
class OpenApiDocumentTest extends RunningServer {

    private static final Path COMMITTED = Path.of("../../docs/openapi.json");

    @Test
    void theCommittedDocumentIsTheServersOwn() throws IOException {
        Answer answer = http().exchange("GET", "/api/openapi", "", "");
        assertThat(answer.status()).isEqualTo(200);
        if (Boolean.getBoolean("crossface.openapi.renew")) {
            Files.writeString(COMMITTED, answer.raw().body() + "\n");
        }
        assertThat(answer.body())
                .as("docs/openapi.json is not what the server offers; see OpenApiDocumentTest for how to renew it")
                .isEqualTo(JsonMapper.shared().readTree(Files.readString(COMMITTED)));
    }

    @Test
    void eachCommandHasAPathWithItsFields() {
        JsonNode paths = http().exchange("GET", "/api/openapi", "", "").body().path("paths");

        assertThat(CommandCatalogue.read().ofPathways())
                .allSatisfy(command -> assertThat(paths.has("/api/pathways/{pathwayId}/" + command.kebabName())
                                || command.kebabName().equals("register-referral"))
                        .as(command.name())
                        .isTrue());
        JsonNode harvest = paths.path("/api/pathways/{pathwayId}/record-sural-harvest")
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema")
                .path("properties");
        assertThat(harvest.path("lengthCm").path("minimum").asDouble()).isEqualTo(8.0);
        assertThat(harvest.path("lengthCm").path("maximum").asDouble()).isEqualTo(40.0);
        assertThat(harvest.path("lengthCm").path("description").asString()).contains("cm");
        assertThat(harvest.path("legSide").path("enum").valueStream().map(JsonNode::asString))
                .containsExactly("LEFT", "RIGHT");
        assertThat(harvest.has("pathwayId")).isFalse();
        assertThat(paths.propertyNames()).noneMatch(path -> path.contains("{command}"));
    }

    /** A name that a generated client uses does not change when another read is added. */
    @Test
    void aReadIsNamedByItsAddressAndTellsHowItFails() {
        JsonNode paths = http().exchange("GET", "/api/openapi", "", "").body().path("paths");
        paths.propertyStream().filter(path -> path.getValue().has("get")).forEach(path -> {
            JsonNode read = path.getValue().path("get");
            assertThat(read.path("operationId").asString()).as(path.getKey()).doesNotMatch(".*_\\d+");
            assertThat(read.path("responses").propertyNames()).as(path.getKey()).contains("400", "403", "404", "406");
        });
        JsonNode list = paths.path("/api/patients").path("get");
        assertThat(list.path("operationId").asString()).isEqualTo("get-patients");
        assertThat(list.path("responses").path("200").path("headers").has("Link"))
                .isTrue();
        assertThat(list.path("parameters").toString()).contains("\"maximum\":500", "X-Purpose-Of-Use");
    }

    /** What the server computes with may change its shape; what it answers may not. */
    @Test
    void aPathwayIsDescribedFieldByField() {
        JsonNode document = http().exchange("GET", "/api/openapi", "", "").body();
        JsonNode schemas = document.path("components").path("schemas");
        JsonNode answer = document.path("paths")
                .path("/api/pathways/{pathwayId}")
                .path("get")
                .path("responses")
                .path("200")
                .path("content");

        assertThat(answer.toString()).contains("#/components/schemas/PathwayResponse");
        Deque<String> open = new ArrayDeque<>(List.of("PathwayResponse"));
        Set<String> seen = new TreeSet<>();
        while (!open.isEmpty()) {
            String name = open.pop();
            if (seen.add(name)) {
                JsonNode properties = schemas.path(name).path("properties");
                assertThat(properties.size()).as(name).isPositive();
                for (String property : properties.propertyNames()) {
                    open.addAll(referred(name + "." + property, properties.path(property)));
                }
            }
        }
        assertThat(seen).contains("PathwayCase", "PathwayConsent", "PathwayGraft", "PathwayComplication");
    }

    /** The schemas that a described property refers to. */
    private static List<String> referred(String where, JsonNode property) {
        JsonNode single = property.has("items") ? property.path("items") : property;
        String reference = single.path("$ref").asString("");
        assertThat(reference.isEmpty() && (single.path("type").asString("").isEmpty() || isBareObject(single)))
                .as(where + " says nothing of its content: " + single)
                .isFalse();
        return reference.isEmpty() ? List.of() : List.of(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static boolean isBareObject(JsonNode schema) {
        return schema.path("type").asString("").equals("object") && !schema.has("properties");
    }
}
