package org.crossface.pathway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossface.pathway.authority.RuleBook;
import org.crossface.platform.api.decision.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ThresholdTest {

    @ParameterizedTest
    @EnumSource
    void theDefaultIsWithinTheBounds(Threshold threshold) {
        assertThat(threshold.allows(threshold.byDefault())).isTrue();
        assertThat(threshold.allows(threshold.lowest() - 1)).isFalse();
        assertThat(threshold.allows(threshold.highest() + 1)).isFalse();
        assertThat(threshold.lowest()).isNotNegative().isLessThan(threshold.highest());
        assertThat(Threshold.named(threshold.storedName())).contains(threshold);
    }

    /** Names and values as the first release stored and decided by. */
    @Test
    void whatWasStoredUnderANameStaysUnderIt() {
        Map<String, Integer> first = Map.ofEntries(
                Map.entry("consentValidDays", 90),
                Map.entry("clearanceValidDays", 30),
                Map.entry("ageLimitYears", 55),
                Map.entry("ageOfMajorityYears", 18),
                Map.entry("stageTwoEarliestMonths", 6),
                Map.entry("neurotizationEndMonths", 12),
                Map.entry("aldreteThreshold", 9),
                Map.entry("padssThreshold", 9),
                Map.entry("scoreMaxAgeMinutes", 30),
                Map.entry("flapCheckMaxAgeMinutes", 30),
                Map.entry("therapyMonths", 18),
                Map.entry("completionMonths", 24),
                Map.entry("turnoverMinutes", 30),
                Map.entry("futureToleranceSeconds", 120),
                Map.entry("longStandingMonths", 24),
                Map.entry("reversibleMonths", 12),
                Map.entry("admissionLeadMinutes", 90),
                Map.entry("stageOneRecoveryMinutes", 240),
                Map.entry("stageTwoRecoveryMinutes", 360),
                Map.entry("dayCaseMaxHours", 24));
        first.forEach(
                (name, value) -> assertThat(Threshold.named(name).orElseThrow().byDefault())
                        .as(name)
                        .isEqualTo(value));
    }

    static Stream<Rule> rules() {
        return RuleBook.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theSentenceOfARuleTakesItsNumbersFromThePolicy(Rule rule) {
        assertThat(UnusualPolicy.POLICY.fill(rule.says())).doesNotContain("{", "}");
        assertThat(rule.says().replaceAll("\\{[^}]*}", ""))
                .as("a number in the sentence of %s; take it from the policy, or explain it in SENTENCES", rule.id())
                .satisfies(
                        sentence -> assertThat(UnusualPolicy.numbers(sentence)).isSubsetOf(numbersOf(rule)));
    }

    /** Numbers of an instrument, not of the policy. */
    private static List<String> numbersOf(Rule rule) {
        return switch (rule.says()) {
            case "House-Brackmann is a grade from 1 to 6." -> List.of("1", "6");
            case "The FaCE questionnaire has 15 answers from 1 to 5." -> List.of("15", "1", "5");
            default -> List.of();
        };
    }

    @Test
    void aPlaceThatNamesNoThresholdIsAFault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.defaults().fill("At most {favouriteNumber} times."))
                .withMessageContaining("favouriteNumber");
    }

    @Test
    void aSentenceIsFilledWithTheValuesOfItsPolicy() {
        Policy changed = Policy.defaults().changed("2025-1", List.of(new ThresholdChange("aldreteThreshold", 8)));
        assertThat(changed.fill("A score of {aldreteThreshold} or more, fever from {feverTenths}."))
                .isEqualTo("A score of 8 or more, fever from 38.0.");
    }
}
