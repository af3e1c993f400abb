package org.crossface.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaChildTest {
    private static final NewTopic TOPIC = new NewTopic("charges", 1, (short) 1);

    @TempDir
    private Path home;

    @Test
    void aRecordSurvivesARestart() throws Exception {
        String clusterId;
        try (KafkaChild kafka = start()) {
            send(kafka, "kept");
            clusterId = clusterId(kafka);
            assertThat(read(kafka)).containsExactly("kept");
        }
        try (KafkaChild kafka = start()) {
            assertThat(read(kafka)).containsExactly("kept");
            assertThat(clusterId(kafka)).isEqualTo(clusterId);
        }
    }

    @Test
    void theDeathOfTheParentEndsTheBrokerAndTheNextStartWaitsForIt() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaStartingProgram.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ProcessHandle broker = brokerOf(parent);
        parent.destroyForcibly().waitFor();
        try (KafkaChild kafka = start()) {
            assertThat(clusterId(kafka)).isNotBlank();
            broker.onExit().get(1, TimeUnit.SECONDS);
        }
    }

    @Test
    void aSecondStartOnTheSameHomeIsRefused() {
        try (KafkaChild first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("in use by this process");
            assertThat(ProcessHandle.of(first.pid()).orElseThrow().isAlive()).isTrue();
        }
    }

    private KafkaChild start() {
        return KafkaChild.start(home, OptionalInt.empty(), List.of(TOPIC));
    }

    private static ProcessHandle brokerOf(Process parent) throws Exception {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith("broker ")) {
            line = output.readLine();
        }
        assertThat(line).isNotNull();
        return ProcessHandle.of(Long.parseLong(line.substring("broker ".length())))
                .orElseThrow();
    }

    private static String clusterId(KafkaChild kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static void send(KafkaChild kafka, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC.name(), value)).get();
        }
    }

    private static List<String> read(KafkaChild kafka) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(TOPIC.name(), 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(30));
            return records.records(partitions.getFirst()).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }
}
