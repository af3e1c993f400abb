package org.crossface.billing.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.crossface.billing.contract.ChargesChannel;
import org.crossface.platform.embedded.KafkaChild;
import org.springframework.util.FileSystemUtils;

/** A real broker for the tests of one class, with the relay's topics. */
public final class Broker implements AutoCloseable {

    private final Path home;
    private final KafkaChild child;
    private final KafkaClients clients;

    private Broker(Path home, KafkaChild child) {
        this.home = home;
        this.child = child;
        this.clients = new KafkaClients(child.bootstrapServers(), Map.of());
    }

    /** Starts it. */
    public static Broker start() {
        try {
            Path home = Files.createTempDirectory("billing-kafka");
            return new Broker(home, KafkaChild.start(home, OptionalInt.empty(), ChargeTopics.all((short) 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public KafkaClients clients() {
        return clients;
    }

    public String bootstrapServers() {
        return child.bootstrapServers();
    }

    /** Gives the topics back empty, as a new cluster would have them. */
    public void clear() throws Exception {
        try (Admin admin = clients.admin()) {
            admin.deleteTopics(List.of(ChargesChannel.TOPIC, ChargesChannel.PROGRESS_TOPIC))
                    .all()
                    .get();
            Awaitility.await()
                    .until(() -> admin.listTopics().names().get().stream()
                            .noneMatch(Set.of(ChargesChannel.TOPIC, ChargesChannel.PROGRESS_TOPIC)::contains));
            ChargeTopics.ensure(admin, (short) 1);
        }
    }

    /** All charges that a read-committed consumer sees up to now, in the order of each partition. */
    public List<ConsumerRecord<String, byte[]>> committedCharges() {
        return read(clients.readCommitted());
    }

    /** All charges in the topic up to now, those of transactions that were given up too. */
    public List<ConsumerRecord<String, byte[]>> allCharges() {
        return read(clients.readUncommitted());
    }

    private List<ConsumerRecord<String, byte[]>> read(Consumer<String, byte[]> consumer) {
        try (consumer) {
            List<TopicPartition> partitions = consumer.partitionsFor(ChargesChannel.TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> written = written(partitions);
            Map<TopicPartition, Long> readable = consumer.endOffsets(partitions);
            // A commit returns before its markers are written, and only they make its records readable. A transaction
            // that a
            // crash left open has none until its relay starts again, so the wait for them is bounded.
            long patience = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (isBefore(consumer, readable) || (isBefore(consumer, written) && System.nanoTime() < patience)) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }

    private Map<TopicPartition, Long> written(List<TopicPartition> partitions) {
        try (Consumer<String, byte[]> consumer = clients.readUncommitted()) {
            return consumer.endOffsets(partitions);
        }
    }

    private static boolean isBefore(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    @Override
    public void close() {
        child.close();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
