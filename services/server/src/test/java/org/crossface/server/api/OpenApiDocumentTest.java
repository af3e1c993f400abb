package org.crossface.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
