package org.crossface.kafka;

import java.nio.file.Path;
import java.util.Properties;

/** The configuration of a single broker that is its own controller and listens on 127.0.0.1 only. */
final class BrokerSettings {
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerSettings() {}

    /**
     * The broker's properties.
     *
     * @param port for clients
     * @param controllerPort for the controller; like the other it may change between starts, since the voters are static
     */
    static Properties of(Path data, int port, int controllerPort) {
        Properties settings = new Properties();
        network(settings, port, controllerPort);
        singleNode(settings);
        settings.setProperty("log.dirs", data.toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("log.retention.ms", "-1");
        // The default of 128 MiB does not fit the small heap of the child.
        settings.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        // After a crash the earlier registration of the broker must lapse first. The broker asks again after 0.1,
        // 0.3, 0.7, 1.5 and 3.1 s, and then each session's length later: a session that lapses just before 3.1 s
        // costs no further one. Much less would fence the broker in a CPU stall.
        settings.setProperty("broker.session.timeout.ms", "2500");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        settings.setProperty("transaction.max.timeout.ms", "60000");
        return settings;
    }

    private static void network(Properties settings, int port, int controllerPort) {
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", Integer.toString(BrokerDirectory.NODE_ID));
        settings.setProperty("controller.quorum.voters", BrokerDirectory.NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.setProperty(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER_LISTENER + "://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
    }

    private static void singleNode(Properties settings) {
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        // The defaults of 50 partitions would be 50 directories each.
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
    }
}
