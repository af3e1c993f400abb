package org.crossface.billing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.admin.NewTopic;
import org.crossface.billing.contract.ChargesChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeTopicsTest {

    @Test
    void withoutAPrefixTheNamesAreThoseOfTheContract() {
        assertThat(ChargeTopics.OF_THE_CONTRACT.all((short) 1))
                .extracting(NewTopic::name)
                .containsExactly(ChargesChannel.TOPIC, ChargesChannel.PROGRESS_TOPIC);
        assertThat(ChargeTopics.OF_THE_CONTRACT.transactionalId()).isEqualTo("billing-relay-0");
    }

    @Test
    void thePrefixStandsBeforeAllThatOneKafkaTellsApart() {
        ChargeTopics topics = new ChargeTopics("north.");
        assertThat(topics.all((short) 1)).extracting(NewTopic::name).allMatch(name -> name.startsWith("north."));
        assertThat(topics.transactionalId()).startsWith("north.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"north/", "north ", "é", "north:"})
    void aPrefixThatKafkaDoesNotTakeIsRefusedAtTheStart(String prefix) {
        assertThatThrownBy(() -> new ChargeTopics(prefix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("crossface.kafka.topic-prefix");
    }
}
