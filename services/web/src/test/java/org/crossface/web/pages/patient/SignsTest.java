package org.crossface.web.pages.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.FieldSpec;
import org.crossface.pathway.authority.FieldSpec.Option;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.node.ObjectNode;

/** The signs of a call stand under headings, and whether there is one is answered. */
class SignsTest {

    private static final FieldSpec SIGNS =
            CommandCatalogue.read().ofPathways("complete-day-one-call").orElseThrow().fields().stream()
                    .filter(field -> field.name().equals("flags"))
                    .findFirst()
                    .orElseThrow();

    private static ObjectNode sent(String... answers) {
        LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        for (String answer : answers) {
            typed.add("flags", answer);
        }
        return new FormValues(typed).json(List.of(SIGNS), ZoneOffset.UTC);
    }

    @Test
    void theSignsThatMustNotBeForgottenStandFirst() {
        assertThat(SIGNS.options())
                .extracting(Option::group)
                .startsWith("Emergency")
                .containsSubsequence("The muscle", "Within an hour", "Within four hours", "Next working day")
                .doesNotContain("");
    }

    @Test
    void nothingChosenIsNoAnswer() {
        assertThat(sent().has("flags")).isFalse();
    }

    @Test
    void noneOfTheseIsAnAnswerWithoutASign() {
        assertThat(sent("none").get("flags")).isEmpty();
    }

    @Test
    void aSignCountsAlsoBesideNone() {
        assertThat(sent("FEVER", "none").get("flags").toString()).isEqualTo("[\"FEVER\"]");
    }
}
