package org.crossface.billing.relay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.crossface.billing.contract.ChargesChannel;

/** The topics of the relay: charges are kept for ever; the progress is compacted to the newest record of each key. */
public final class ChargeTopics {

    private static final int PARTITIONS = 6;

    private ChargeTopics() {}

    /**
     * Both topics.
     *
     * @param replicas 1 with the embedded broker, 3 in production
     */
    public static List<NewTopic> all(short replicas) {
        String inSync = Integer.toString(Math.max(1, replicas - 1));
        return List.of(
                new NewTopic(ChargesChannel.TOPIC, PARTITIONS, replicas)
                        .configs(Map.of(
                                "retention.ms", "-1", "cleanup.policy", "delete", "min.insync.replicas", inSync)),
                new NewTopic(ChargesChannel.PROGRESS_TOPIC, 1, replicas)
                        .configs(Map.of("cleanup.policy", "compact", "min.insync.replicas", inSync)));
    }

    /** Creates missing topics; existing ones are not changed. */
    static void ensure(Admin admin, short replicas) throws InterruptedException {
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
