package org.crossface.billing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The connection to Kafka.
 *
 * @param bootstrapServers comma-separated {@code host:port}
 * @param properties further client settings, such as {@code sasl.mechanism}
 */
@ConfigurationProperties("crossface.kafka")
record KafkaProperties(String bootstrapServers, @Nullable Map<String, String> properties) {}
