package org.crossface.pathway.surgery.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossface.pathway.policy.Policy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IschemiaLevelTest {

    @ParameterizedTest
    @CsvSource({
        "90, NORMAL",
        "91, INFO",
        "98, INFO",
        "135, INFO",
        "136, CAUTION",
        "143, CAUTION",
        "240, CAUTION",
        "241, ALERT",
        "360, ALERT",
        "361, CRITICAL"
    })
    void theLevelFollowsTheMinutes(long minutes, IschemiaLevel level) {
        assertThat(IschemiaLevel.of(minutes, Policy.defaults())).isEqualTo(level);
    }
}
