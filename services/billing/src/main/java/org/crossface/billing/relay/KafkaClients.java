package org.crossface.billing.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes the Kafka clients of the relay, with every limit stated: after a crash an open transaction blocks read-committed consumers until
 * the restart or the transaction timeout.
 */
public final class KafkaClients {

    /** Time after which the broker aborts an open transaction. */
    public static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(15);

    private static final Duration CALL = Duration.ofSeconds(10);

    /** How long the broker waits for records: a consumer is only closed when the answer under way has come, and a relay begins with two. */
    private static final Duration FETCH = Duration.ofMillis(50);

    private final Map<String, Object> connection;
    private final ChargeTopics topics;

    /**
     * @param bootstrapServers comma-separated {@code host:port}
     * @param security settings of the connection, such as {@code sasl.mechanism}
     * @param topics that these clients write and read
     */
    public KafkaClients(String bootstrapServers, Map<String, String> security, ChargeTopics topics) {
        this.topics = topics;
        Map<String, Object> settings = new HashMap<>(security);
        settings.put("bootstrap.servers", bootstrapServers);
        this.connection = Map.copyOf(settings);
    }

    /** The topics that these clients write and read. */
    public ChargeTopics topics() {
        return topics;
    }

    /** A producer that fences every earlier one of these topics. */
    public Producer<String, byte[]> transactionalProducer() {
        return new KafkaProducer<>(
                with(Map.of(
                        "transactional.id",
                        topics.transactionalId(),
                        "enable.idempotence",
                        true,
                        "acks",
                        "all",
                        "linger.ms",
                        5,
                        "max.block.ms",
                        (int) CALL.toMillis(),
                        "request.timeout.ms",
                        (int) (CALL.toMillis() / 2),
                        "delivery.timeout.ms",
                        (int) CALL.toMillis(),
                        "transaction.timeout.ms",
                        (int) TRANSACTION_TIMEOUT.toMillis())),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A consumer without group that sees only committed records. */
    public Consumer<String, byte[]> readCommitted() {
        return consumer("read_committed");
    }

    /** A consumer without group that sees everything up to the last record. */
    public Consumer<String, byte[]> readUncommitted() {
        return consumer("read_uncommitted");
    }

    private Consumer<String, byte[]> consumer(String isolation) {
        Map<String, Object> settings = limits();
        settings.putAll(Map.of(
                "isolation.level",
                isolation,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "fetch.max.wait.ms",
                (int) FETCH.toMillis()));
        return new KafkaConsumer<>(with(settings), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> limits() {
        return new HashMap<>(Map.of(
                "default.api.timeout.ms", (int) CALL.toMillis(), "request.timeout.ms", (int) (CALL.toMillis() / 2)));
    }

    /** For topics. */
    public Admin admin() {
        return Admin.create(with(limits()));
    }

    private Map<String, Object> with(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(connection);
        all.putAll(settings);
        return all;
    }
}
