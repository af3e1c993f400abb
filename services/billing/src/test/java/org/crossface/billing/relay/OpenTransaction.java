package org.crossface.billing.relay;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** What the broker knows of the relay's transaction. */
final class OpenTransaction {

    private OpenTransaction() {}

    /** Whether it is open: begun, and neither committed nor given up. */
    static boolean isOpen(KafkaClients kafka) throws ExecutionException, InterruptedException {
        try (Admin admin = kafka.admin()) {
            String relay = kafka.topics().transactionalId();
            return admin.describeTransactions(List.of(relay))
                            .description(relay)
                            .get()
                            .state()
                    == TransactionState.ONGOING;
        }
    }

    /**
     * Whether it is open and holds records in this topic. While it is open every earlier one is through, so what a read-committed consumer
     * may not see yet is its own.
     */
    static boolean holdsRecordsIn(String topic, KafkaClients kafka) throws ExecutionException, InterruptedException {
        return isOpen(kafka) && end(topic, kafka.readUncommitted()) > end(topic, kafka.readCommitted());
    }

    private static long end(String topic, Consumer<String, byte[]> consumer) {
        try (consumer) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
