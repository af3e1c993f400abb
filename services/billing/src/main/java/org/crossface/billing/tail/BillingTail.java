package org.crossface.billing.tail;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.crossface.billing.contract.ChargesChannel;
import org.crossface.billing.relay.ChargeTopics;
import org.crossface.billing.relay.KafkaClients;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints what billing receives, one line for each charge, as a read-committed consumer sees it.
 *
 * <p>Arguments: {@code --crossface.home=<directory>} of a running server with its embedded broker, or {@code
 * --crossface.kafka.bootstrap-servers=<host:port>}; {@code --crossface.kafka.topic-prefix=...} as the server has it; {@code --from-beginning} to print the existing charges too; {@code --until-end} to stop
 * at the last charge instead of waiting for more.
 */
public final class BillingTail {

    private static final String BOOTSTRAP = "--crossface.kafka.bootstrap-servers=";
    private static final String PREFIX = "--crossface.kafka.topic-prefix=";
    private static final String HOME = "--crossface.home=";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaClients kafka;
    private final PrintStream out;

    private BillingTail(KafkaClients kafka, PrintStream out) {
        this.kafka = kafka;
        this.out = out;
    }

    /** Prints to this stream until the process is ended, or to the end. */
    public static void run(List<String> arguments, PrintStream out) {
        ChargeTopics topics = new ChargeTopics(value(arguments, PREFIX).orElse(""));
        KafkaClients kafka = new KafkaClients(bootstrapServers(arguments), Map.of(), topics);
        new BillingTail(kafka, out).print(arguments.contains("--from-beginning"), arguments.contains("--until-end"));
    }

    /**
     * The address of the broker: from the arguments, else the port in the directory of the embedded broker.
     *
     * @throws IllegalArgumentException if neither is known; the message says what to do
     */
    static String bootstrapServers(List<String> arguments) {
        return value(arguments, BOOTSTRAP).orElseGet(() -> {
            Path home = Path.of(value(arguments, HOME).orElse(System.getProperty("user.home") + "/.crossface"));
            Path port = home.resolve("kafka").resolve("port");
            if (!Files.exists(port)) {
                throw new IllegalArgumentException("No embedded broker has run in " + home
                        + ". Start the server first (make run), or name the broker with " + BOOTSTRAP + "host:9092");
            }
            try {
                return "127.0.0.1:" + Files.readString(port).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Optional<String> value(List<String> arguments, String prefix) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(prefix))
                .map(argument -> argument.substring(prefix.length()))
                .findFirst();
    }

    private void print(boolean fromBeginning, boolean untilEnd) {
        try (Consumer<String, byte[]> consumer = kafka.readCommitted()) {
            List<TopicPartition> partitions = consumer
                    .partitionsFor(kafka.topics().charges())
                    .stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!untilEnd
                    || ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(found -> out.println(line(found)));
                out.flush();
            }
        }
    }

    /** Such as {@code 2025-01-14T17:05:00Z released charge-4f1f PROFESSIONAL ... pathway=pathway-1 seq=1}. */
    static String line(ConsumerRecord<String, byte[]> found) {
        CloudEvent event = KafkaMessageFactory.createReader(found).toEvent();
        CloudEventData data = event.getData();
        JsonNode charge = JSON.readTree(data == null ? "{}" : new String(data.toBytes(), StandardCharsets.UTF_8));
        String what = ChargesChannel.CHARGE_REVERSED.equals(event.getType())
                ? "REVERSED  of " + text(charge, "reversalOf") + " because " + text(charge, "reason")
                : "RELEASED  " + text(charge, "factType") + " " + text(charge, "graftLengthBand") + " "
                        + text(charge, "laterality") + " codes=" + codes(charge);
        return "%s  %-12s stage=%s  %s  charge=%s  pathway=%s seq=%s%s"
                .formatted(
                        text(charge, "serviceDate"),
                        text(charge, "claim"),
                        text(charge, "stage"),
                        what.replaceAll(" {2,}", " "),
                        text(charge, "chargeId"),
                        event.getSubject(),
                        event.getExtension(ChargesChannel.SEQUENCE),
                        previous(event.getExtension(ChargesChannel.PREVIOUS_SEQUENCE)));
    }

    private static String previous(@Nullable Object sequence) {
        return sequence == null ? "" : " after=" + sequence;
    }

    private static String codes(JsonNode charge) {
        return String.join(
                ",",
                charge.path("codeCandidates")
                        .valueStream()
                        .map(code -> text(code, "system") + ":" + text(code, "code"))
                        .toList());
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
