package org.crossface.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {
    private final Properties settings = BrokerSettings.of(Path.of("/somewhere/data"), 9092, 9093);

    @Test
    void everyListenerIsOnLoopback() {
        assertThat(settings.getProperty("listeners").split(",", -1))
                .hasSize(2)
                .allSatisfy(listener -> assertThat(listener).contains("://127.0.0.1:"));
    }

    @Test
    void kafkaKnowsEverySetting() {
        assertThat(AbstractKafkaConfig.CONFIG_DEF.names()).containsAll(settings.stringPropertyNames());
    }

    @Test
    void nothingIsEverDiscardedByAge() {
        assertThat(KafkaConfig.fromProps(settings, false).logRetentionTimeMillis())
                .isEqualTo(-1L);
    }
}
