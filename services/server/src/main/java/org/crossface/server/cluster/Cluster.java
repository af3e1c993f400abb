package org.crossface.server.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.crossface.platform.embedded.EmbeddedChildren;
import org.crossface.platform.embedded.KafkaChild;
import org.crossface.platform.embedded.PostgresChild;
import tools.jackson.databind.json.JsonMapper;

/**
 * Several nodes, each with all roles, on one PostgreSQL and one Kafka, behind a balancer: all on this machine and all children of this
 * process. Nodes share nothing but the database, the broker and the key-encryption key; no node is special.
 */
public final class Cluster implements AutoCloseable {

    /** The property by which a node ends when its standard input does. */
    public static final String ENDS_WITH_INPUT = "crossface.ends-with-input";

    private static final Duration READY_LIMIT = Duration.ofMinutes(4);
    private static final long PAUSE_MILLIS = 100;

    private final ClusterPlan plan;
    private final Class<?> mainClass;
    private final PrintStream out;
    private final EmbeddedChildren servers = EmbeddedChildren.supervised();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final List<NodeProcess> nodes = new ArrayList<>();

    private Cluster(ClusterPlan plan, Class<?> mainClass, PrintStream out) {
        this.plan = plan;
        this.mainClass = mainClass;
        this.out = out;
    }

    /**
     * Starts everything and returns when all nodes answer. They start one after the other: the first prepares the database.
     *
     * @param mainClass of a node
     */
    public static Cluster start(ClusterPlan plan, Class<?> mainClass, PrintStream out) throws InterruptedException {
        Cluster cluster = new Cluster(plan, mainClass, out);
        try {
            cluster.start();
            return cluster;
        } catch (InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void start() throws InterruptedException {
        Balancer.prepare();
        privateHome();
        started(servers);
        PostgresChild postgres =
                servers.keep(PostgresChild.start(plan.home().resolve("postgres"), plan.postgresPort()));
        out.println("PostgreSQL listens at " + postgres.jdbcUrl());
        KafkaChild kafka =
                servers.keep(KafkaChild.start(plan.home().resolve("kafka"), plan.kafkaPort(), plan.topics()));
        out.println("Kafka listens at " + kafka.bootstrapServers());
        Map<String, String> environment = environment(postgres, kafka);
        List<Target> targets = new ArrayList<>();
        for (int number = 1; number <= plan.nodes(); number++) {
            targets.add(new Target("node-" + number, addressOf(number)));
        }
        Balancer balancer = started(
                Balancer.start(plan.address(), plan.port(), targets, plan.home().resolve("balancer")));
        for (int number = 1; number <= plan.nodes(); number++) {
            Target target = targets.get(number - 1);
            NodeProcess node = started(new NodeProcess(
                    target.name(),
                    NodeProgram.command(mainClass, plan.heap(), arguments(number)),
                    environment,
                    plan.home().resolve(target.name() + ".log"),
                    out));
            nodes.add(node);
            node.start();
            await(target.name(), target::isUp, node);
        }
        out.printf(
                "%nThe cluster is up: http://%s:%d gives requests to %d nodes; their states are at %s%n",
                plan.address(), balancer.port(), plan.nodes(), BalancerServlet.NODES);
        targets.forEach(target -> out.println("  " + target.name() + " listens at " + target.address()));
    }

    private void privateHome() {
        try {
            if (!Files.isDirectory(plan.home())) {
                Files.createDirectories(
                        plan.home(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + plan.home(), e);
        }
    }

    private <S extends AutoCloseable> S started(S part) {
        running.push(part);
        return part;
    }

    private URI addressOf(int number) {
        return URI.create("http://" + plan.address() + ":" + plan.portOf(number));
    }

    private List<String> arguments(int number) {
        Map<String, String> properties = new LinkedHashMap<>(plan.properties());
        properties.put("crossface.home", plan.home().toString());
        properties.put("server.address", plan.address());
        properties.put("server.port", Integer.toString(plan.portOf(number)));
        // The balancer forwards the client's address, and requests come only from the balancer.
        properties.put("server.forward-headers-strategy", "native");
        properties.put(ENDS_WITH_INPUT, "true");
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toList();
    }

    private static Map<String, String> environment(PostgresChild postgres, KafkaChild kafka) {
        Map<String, String> properties = Map.of(
                "crossface.postgres.url", postgres.jdbcUrl(),
                "crossface.postgres.owner-user", PostgresChild.OWNER,
                "crossface.postgres.owner-password", postgres.ownerPassword(),
                "crossface.postgres.server-user", PostgresChild.SERVER,
                "crossface.postgres.server-password", postgres.serverPassword(),
                "crossface.kafka.bootstrap-servers", kafka.bootstrapServers());
        return Map.of("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(properties));
    }

    private static void await(String name, BooleanSupplier ready, NodeProcess node) throws InterruptedException {
        long start = System.nanoTime();
        while (!ready.getAsBoolean()) {
            if (!node.isAlive()) {
                throw new IllegalStateException(name + " ended while it started; see its log");
            }
            if (System.nanoTime() - start > READY_LIMIT.toNanos()) {
                throw new IllegalStateException(
                        name + " was not ready after " + READY_LIMIT.toSeconds() + " s; see its log");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Stops everything: the nodes at the same time, then the servers that they use. */
    @Override
    public void close() {
        nodes.forEach(NodeProcess::stop);
        servers.prepareToStop();
        while (!running.isEmpty()) {
            AutoCloseable part = running.pop();
            try {
                part.close();
            } catch (Exception e) {
                out.println("Not stopped cleanly: " + e.getMessage());
            }
        }
    }
}
