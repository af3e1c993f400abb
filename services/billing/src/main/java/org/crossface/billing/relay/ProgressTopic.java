package org.crossface.billing.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.json.JsonMapper;

/**
 * Progress and parked pathways as records of the compacted topic. It has one partition for the one relay: two relays on one partition
 * would hide each other's newest position behind their open transactions.
 */
final class ProgressTopic {

    private static final String PROGRESS = "progress";
    private static final String PARKED = "parked";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaClients kafka;
    private final TopicPartition partition;

    ProgressTopic(KafkaClients kafka) {
        this.kafka = kafka;
        this.partition = new TopicPartition(kafka.topics().progress(), 0);
    }

    /** The records of the last committed transaction; progress is empty before the first. */
    record Restored(Optional<RelayProgress> progress, ParkedPathways parked) {}

    ProducerRecord<String, byte[]> record(RelayProgress progress) {
        return record(PROGRESS, progress);
    }

    ProducerRecord<String, byte[]> record(ParkedPathways parked) {
        return record(PARKED, parked);
    }

    private ProducerRecord<String, byte[]> record(String key, Object value) {
        return new ProducerRecord<>(partition.topic(), partition.partition(), key, JSON.writeValueAsBytes(value));
    }

    /**
     * Reads the newest records. Call it only after the producer has fenced the earlier relays: until then one of them may still commit.
     *
     * @throws IllegalStateException if the end of the topic is not reached in time, because a transaction is still open there
     */
    Restored restore() {
        Map<String, byte[]> newest = new HashMap<>();
        long end = end();
        try (Consumer<String, byte[]> consumer = kafka.readCommitted()) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            long start = System.nanoTime();
            while (consumer.position(partition) < end) {
                if (System.nanoTime() - start > LIMIT.toNanos()) {
                    throw new IllegalStateException("The relay's progress cannot be read up to offset " + end);
                }
                for (ConsumerRecord<String, byte[]> found : consumer.poll(Duration.ofMillis(500))) {
                    newest.put(found.key(), found.value());
                }
            }
        }
        return new Restored(
                Optional.ofNullable(newest.get(PROGRESS)).map(bytes -> JSON.readValue(bytes, RelayProgress.class)),
                Stream.ofNullable(newest.get(PARKED))
                        .map(bytes -> JSON.readValue(bytes, ParkedPathways.class))
                        .findFirst()
                        .orElseGet(ParkedPathways::none));
    }

    private long end() {
        try (Consumer<String, byte[]> consumer = kafka.readUncommitted()) {
            return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        }
    }
}
