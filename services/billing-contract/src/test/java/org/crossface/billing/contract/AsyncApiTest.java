package org.crossface.billing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** The AsyncAPI document describes the channel that the code names, with payloads by reference to the very schemas. */
class AsyncApiTest {

    private final JsonNode document =
            Contract.JSON.valueToTree(new Yaml().<Map<String, Object>>load(Contract.text("asyncapi.yaml")));

    @Test
    void itDescribesTheTopicThatTheCodeNames() {
        assertThat(document.get("asyncapi").asString()).startsWith("3.");
        assertThat(document.at("/channels/charges/address").asString()).isEqualTo(ChargesChannel.TOPIC);
        assertThat(document.at("/operations/sendCharges/action").asString()).isEqualTo("send");
    }

    @Test
    void itsMessagesAreTheTypesThatTheCodeNames() {
        assertThat(payloadSchemaByType())
                .isEqualTo(Map.of(
                        ChargesChannel.CHARGE_RELEASED, ChargesChannel.CHARGE_RELEASED_SCHEMA,
                        ChargesChannel.CHARGE_REVERSED, ChargesChannel.CHARGE_REVERSED_SCHEMA));
    }

    @Test
    void itsHeadersAreTheExtensionsThatTheCodeNames() {
        assertThat(document.at("/components/schemas/headers/properties").propertyNames())
                .contains("ce_" + ChargesChannel.SEQUENCE, "ce_" + ChargesChannel.PREVIOUS_SEQUENCE);
        assertThat(document.at("/components/schemas/headers/properties/ce_source/enum/0")
                        .asString())
                .isEqualTo(ChargesChannel.SOURCE);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> dangling = new TreeSet<>();
        List<String> references = document.findValuesAsString("$ref");
        assertThat(references).hasSizeGreaterThan(8);
        for (String reference : references) {
            if (reference.startsWith("#")) {
                if (document.at(reference.substring(1)).isMissingNode()) {
                    dangling.add(reference);
                }
            } else {
                assertThat(Contract.json(reference.substring("./".length()))
                                .get("type")
                                .asString())
                        .isEqualTo("object");
            }
        }
        assertThat(dangling).isEmpty();
    }

    private Map<String, String> payloadSchemaByType() {
        var schemas = new java.util.HashMap<String, String>();
        document.at("/components/messages")
                .forEach(message -> schemas.put(
                        message.get("name").asString(),
                        message.at("/payload/schema/$ref").asString().substring("./".length())));
        return schemas;
    }
}
