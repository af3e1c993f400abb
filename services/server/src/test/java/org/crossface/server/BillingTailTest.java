package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.crossface.billing.contract.ChargesChannel;
import org.junit.jupiter.api.Test;

class BillingTailTest {
    private final MockConsumer<String, String> consumer = new MockConsumer<>("none");
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void printsEveryRecordFromTheFirstOn() {
        TopicPartition partition = new TopicPartition(ChargesChannel.TOPIC, 0);
        consumer.updatePartitions(
                ChargesChannel.TOPIC,
                List.of(new PartitionInfo(ChargesChannel.TOPIC, 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.schedulePollTask(() -> consumer.addRecord(charge(0, "pathway-1", "1")));
        consumer.schedulePollTask(() -> consumer.addRecord(charge(1, "pathway-2", "7")));
        AtomicInteger polls = new AtomicInteger();

        new BillingTail(consumer, new PrintStream(printed, true, StandardCharsets.UTF_8))
                .print(() -> polls.incrementAndGet() <= 2);

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "pathway-1  1  org.crossface.billing.charge-released.v1  {\"amount\":1}",
                        "pathway-2  7  org.crossface.billing.charge-released.v1  {\"amount\":1}");
    }

    private static ConsumerRecord<String, String> charge(long offset, String pathway, String sequence) {
        ConsumerRecord<String, String> message =
                new ConsumerRecord<>(ChargesChannel.TOPIC, 0, offset, pathway, "{\"amount\":1}");
        message.headers().add("ce_type", ChargesChannel.CHARGE_RELEASED.getBytes(StandardCharsets.UTF_8));
        message.headers().add("ce_pathwayseq", sequence.getBytes(StandardCharsets.UTF_8));
        return message;
    }
}
