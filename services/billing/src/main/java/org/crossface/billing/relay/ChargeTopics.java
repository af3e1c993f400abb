package org.crossface.billing.relay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.crossface.billing.contract.ChargesChannel;

/**
 * The topics of the relay: charges are kept for ever; the progress is compacted to the newest record of each key.
 *
 * @param prefix what the names of topics and of the relay's transactions begin with, so that several installations can share a Kafka; empty
 *     for the names of the contract
 */
public record ChargeTopics(String prefix) {

    private static final int PARTITIONS = 6;

    /** Names the one relay; a second one fences the first. */
    private static final String TRANSACTIONAL_ID = "billing-relay-0";

    private static final Pattern PREFIX = Pattern.compile("[a-zA-Z0-9._-]{0,100}");

    /** With the names of the contract. */
    public static final ChargeTopics OF_THE_CONTRACT = new ChargeTopics("");

    /** @throws IllegalArgumentException if Kafka does not take the prefix in the name of a topic */
    public ChargeTopics {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "crossface.kafka.topic-prefix has up to 100 letters, digits, '.', '_' and '-': " + prefix);
        }
    }

    /** The topic of the charges. */
    public String charges() {
        return prefix + ChargesChannel.TOPIC;
    }

    /** The topic of the relay's progress. */
    public String progress() {
        return prefix + ChargesChannel.PROGRESS_TOPIC;
    }

    /** The identifier of the relay's transactions. */
    String transactionalId() {
        return prefix + TRANSACTIONAL_ID;
    }

    /**
     * Both topics.
     *
     * @param replicas 1 with the embedded broker, 3 in production
     */
    public List<NewTopic> all(short replicas) {
        String inSync = Integer.toString(Math.max(1, replicas - 1));
        return List.of(
                new NewTopic(charges(), PARTITIONS, replicas)
                        .configs(Map.of(
                                "retention.ms", "-1", "cleanup.policy", "delete", "min.insync.replicas", inSync)),
                new NewTopic(progress(), 1, replicas)
                        .configs(Map.of("cleanup.policy", "compact", "min.insync.replicas", inSync)));
    }

    /** Creates missing topics; existing ones are not changed. */
    void ensure(Admin admin, short replicas) throws InterruptedException {
        try {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = all(replicas).stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Cannot create the topics of the charges", e.getCause());
            }
        }
    }
}
