package org.crossface.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.crossface.billing.contract.ChargesChannel;
import org.springframework.core.env.Environment;

/** Prints what billing receives, from the first record on, as a consumer that sees only committed transactions. */
final class BillingTail {
    private static final Duration WAIT = Duration.ofMillis(500);

    private final Consumer<String, String> consumer;
    private final PrintStream out;

    BillingTail(Consumer<String, String> consumer, PrintStream out) {
        this.consumer = consumer;
        this.out = out;
    }

    /** Follows the topic of the external Kafka, or of the embedded one of a server that runs on this home. */
    static void follow(Environment environment, PrintStream out) {
        try (Consumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers(ServerSettings.of(environment)),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            new BillingTail(consumer, out).print(() -> true);
        }
    }

    /** Prints record after record as long as it is wanted. */
    void print(BooleanSupplier wanted) {
        List<TopicPartition> partitions = consumer.partitionsFor(ChargesChannel.TOPIC).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (wanted.getAsBoolean()) {
            consumer.poll(WAIT).forEach(message -> out.println(line(message)));
        }
    }

    private static String line(ConsumerRecord<String, String> message) {
        return message.key() + "  " + header(message, "ce_" + ChargesChannel.SEQUENCE) + "  "
                + header(message, "ce_type") + "  " + message.value();
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "-" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String bootstrapServers(ServerSettings settings) {
        String external = settings.kafka().bootstrapServers();
        if (external != null && !external.isBlank()) {
            return external;
        }
        Path port = settings.home().resolve("kafka").resolve("port");
        try {
            return "127.0.0.1:" + Files.readString(port).strip();
        } catch (IOException e) {
            throw new RefusedConfiguration(
                    "No server has run on " + settings.home() + " yet: " + port + " is missing",
                    "Start one with make run, or name a Kafka with --crossface.kafka.bootstrap-servers=");
        }
    }
}
