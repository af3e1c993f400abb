package org.crossface.server.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The settings of a cluster on one machine.
 *
 * @param home the directory of all data; the nodes share it
 * @param address to listen at
 * @param port of the balancer; the nodes take the following ones
 * @param nodes number of nodes, at least 1
 * @param heap of each node, as in {@code 1g}
 * @param postgresPort of the embedded PostgreSQL; empty for a free one that is kept
 * @param kafkaPort of the embedded Kafka; empty for a free one that is kept
 * @param topics that must exist
 * @param properties passed on to each node
 */
public record ClusterPlan(
        Path home,
        String address,
        int port,
        int nodes,
        String heap,
        OptionalInt postgresPort,
        OptionalInt kafkaPort,
        List<NewTopic> topics,
        Map<String, String> properties) {

    public ClusterPlan {
        if (nodes < 1 || nodes > 9) {
            throw new IllegalArgumentException("A cluster has 1 to 9 nodes, not " + nodes);
        }
        topics = List.copyOf(topics);
        properties = Map.copyOf(properties);
    }

    /** The port of the node with this number, from 1. */
    int portOf(int number) {
        return port + number;
    }
}
