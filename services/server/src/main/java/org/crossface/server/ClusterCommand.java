package org.crossface.server;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.crossface.server.cluster.Cluster;
import org.crossface.server.cluster.ClusterPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** {@code --cluster}: two nodes or more on this machine behind one address, until the process is ended. */
final class ClusterCommand {

    private static final String NODES = "crossface.cluster.nodes";
    private static final String HEAP = "crossface.cluster.heap";
    private static final int USUAL_PORT = 8080;

    /** The properties that the launcher sets for each node. */
    private static final Set<String> OWN = Set.of(
            "cluster",
            NODES,
            HEAP,
            "crossface.home",
            "server.port",
            "server.address",
            "crossface.postgres.port",
            "crossface.kafka.port");

    private ClusterCommand() {}

    static void run(ConfigurableEnvironment environment, PrintStream out) throws InterruptedException {
        // An answer that is cut off with its node would be logged with a stack trace, one for each open page.
        QuietLibraries.warnOnly(environment).setLogLevel("org.apache.catalina.core.ContainerBase", LogLevel.OFF);
        AtomicReference<@Nullable Cluster> started = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        // Registered before any child is started, so that a signal during the start leaves no child running.
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("stop-cluster").unstarted(() -> {
                    Cluster cluster = started.get();
                    if (cluster != null) {
                        cluster.close();
                    }
                    ShutdownLimit.endChildren();
                    ended.countDown();
                }));
        started.set(Cluster.start(plan(environment), CrossfaceServer.class, out));
        ended.await();
    }

    static ClusterPlan plan(ConfigurableEnvironment environment) {
        ServerSettings settings = ServerSettings.of(environment);
        if (!settings.postgres().isEmbedded() || !settings.kafka().isEmbedded()) {
            throw new RefusedConfiguration(
                    "A cluster on one machine runs its own PostgreSQL and Kafka",
                    "With external ones start each node by itself, with the same properties, behind a balancer of yours.");
        }
        return new ClusterPlan(
                settings.home(),
                environment.getProperty("server.address", "127.0.0.1"),
                environment.getProperty("server.port", Integer.class, USUAL_PORT),
                environment.getProperty(NODES, Integer.class, 2),
                environment.getProperty(HEAP, "1g"),
                settings.postgres().wantedPort(),
                settings.kafka().wantedPort(),
                settings.kafka().topics().all(EmbeddedServers.REPLICAS),
                passedOn(environment));
    }

    private static Map<String, String> passedOn(ConfigurableEnvironment environment) {
        Map<String, String> passedOn = new LinkedHashMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof SimpleCommandLinePropertySource arguments) {
                for (String name : arguments.getPropertyNames()) {
                    String value = arguments.getProperty(name);
                    if (!OWN.contains(name) && value != null) {
                        passedOn.put(name, value);
                    }
                }
            }
        }
        return passedOn;
    }
}
