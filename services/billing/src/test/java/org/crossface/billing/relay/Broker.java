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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.crossface.platform.embedded.KafkaChild;
import org.crossface.platform.testing.TestServers;
import org.springframework.util.FileSystemUtils;

/** A real broker with the relay's topics, which no other test has: the one that all tests share, or one of a drill that kills relays. */
public final class Broker implements AutoCloseable {

    private final String bootstrapServers;
    private final Closing closing;
    private KafkaClients clients;

    private Broker(String bootstrapServers, ChargeTopics topics, Closing closing) {
        this.bootstrapServers = bootstrapServers;
        this.closing = closing;
        this.clients = new KafkaClients(bootstrapServers, Map.of(), topics);
    }

    private interface Closing {
        void close();
    }

    /** Topics of their own in the broker of all tests. */
    public static Broker shared() {
        Broker broker = new Broker(TestServers.kafka(), newTopics(), () -> {});
        broker.createTopics();
        return broker;
    }

    private static ChargeTopics newTopics() {
        return new ChargeTopics(TestServers.newTopicPrefix());
    }

    /** Starts another broker, whose topics have the names of the contract. */
    public static Broker ofItsOwn() {
        try {
            Path home = Files.createTempDirectory("billing-kafka");
            KafkaChild child = KafkaChild.start(home, OptionalInt.empty(), ChargeTopics.OF_THE_CONTRACT.all((short) 1));
            return new Broker(child.bootstrapServers(), ChargeTopics.OF_THE_CONTRACT, () -> {
                child.close();
                remove(home);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path home) {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public KafkaClients clients() {
        return clients;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    private void createTopics() {
        try (Admin admin = clients.admin()) {
            clients.topics().ensure(admin, (short) 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while topics were made", e);
        }
    }

    /** New topics, empty as a new cluster would have them; clients made earlier keep the former ones. */
    public void clear() {
        clients = new KafkaClients(bootstrapServers, Map.of(), newTopics());
        createTopics();
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
            List<TopicPartition> partitions = consumer
                    .partitionsFor(clients.topics().charges())
                    .stream()
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
        closing.close();
    }
}
