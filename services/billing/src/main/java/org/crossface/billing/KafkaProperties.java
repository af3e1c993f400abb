package org.crossface.billing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The connection to Kafka.
 *
 * @param bootstrapServers comma-separated {@code host:port}
 * @param topicPrefix what the names of topics begin with, on a Kafka that several installations share; usually nothing
 * @param properties further client settings, such as {@code sasl.mechanism}
 */
@ConfigurationProperties("crossface.kafka")
record KafkaProperties(
        String bootstrapServers,
        @DefaultValue("") String topicPrefix,
        @Nullable Map<String, String> properties) {}
