package org.crossface.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.audit.replay.ProgressBar;
import org.crossface.audit.replay.ReplayComparison;
import org.crossface.billing.BillingConfiguration;
import org.crossface.billing.charges.ChargeReplay;
import org.crossface.coordination.CoordinationConfiguration;
import org.crossface.pathway.policy.EventSourcedPolicies;
import org.crossface.platform.PlatformConfiguration;
import org.crossface.platform.embedded.PostgresChild;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.schema.PostgresProperties;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Rebuilds all views beside the serving ones and compares them: beside a server that runs on this home, on the external PostgreSQL, or,
 * when nothing runs, on the embedded one that it starts for the time.
 */
final class Replay {
    private static final int CONNECT_MILLIS = 500;

    private Replay() {}

    /** Only what reading the event store needs: no web, no processor, no Kafka. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({PlatformConfiguration.class, CoordinationConfiguration.class, BillingConfiguration.class})
    static class Reading {}

    /**
     * Replays and compares.
     *
     * @return whether all views are what the history says
     */
    static boolean run(Environment environment, PrintStream out) {
        ServerSettings settings = ServerSettings.of(environment);
        if (!settings.postgres().isEmbedded()) {
            return compare(environment, Map.of(), out);
        }
        Path directory = settings.home().resolve("postgres");
        if (isRunning(directory)) {
            return compare(environment, addressOf(directory), out);
        }
        try (PostgresChild postgres =
                PostgresChild.start(directory, settings.postgres().wantedPort())) {
            return compare(
                    environment, address(postgres.jdbcUrl(), postgres.ownerPassword(), postgres.serverPassword()), out);
        }
    }

    private static boolean compare(Environment environment, Map<String, Object> address, PrintStream out) {
        System.setProperty("disable-axoniq-console-message", "true");
        String home = ServerSettings.of(environment).home().toString();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Reading.class)
                .web(WebApplicationType.NONE)
                .initializers(given ->
                        given.getEnvironment().getPropertySources().addFirst(new MapPropertySource("replay", address)))
                .run("--crossface.home=" + home, "--logging.level.root=WARN")) {
            boolean views = new ReplayComparison(
                            context.getBean(PostgresProperties.class).endpoint(),
                            context.getBean(DataSource.class),
                            context.getBean(PostgresEventStorageEngine.class),
                            new EventSourcedPolicies(context.getBean(EventStore.class)),
                            out)
                    .run()
                    .isEqual();
            boolean charges = chargesAreEqual(
                    new ChargeReplay(
                            context.getBean(PostgresEventStorageEngine.class), context.getBean(DataSource.class)),
                    out);
            return views && charges;
        }
    }

    private static boolean chargesAreEqual(ChargeReplay replay, PrintStream out) {
        ProgressBar bar = new ProgressBar(out, "Charges", replay.events(), System::nanoTime);
        AtomicLong last = new AtomicLong();
        List<String> differences = replay.differences(done -> {
            last.set(done);
            bar.at(done);
        });
        bar.end(last.get());
        out.println("Charges: " + differences.size() + " rows differ.");
        differences.forEach(line -> out.println("  " + line));
        return differences.isEmpty();
    }

    private static Map<String, Object> address(String url, String ownerPassword, String serverPassword) {
        return Map.of(
                "crossface.postgres.url", url,
                "crossface.postgres.owner-user", PostgresChild.OWNER,
                "crossface.postgres.owner-password", ownerPassword,
                "crossface.postgres.server-user", PostgresChild.SERVER,
                "crossface.postgres.server-password", serverPassword);
    }

    /** Where the embedded PostgreSQL of a running server is, as its files say. */
    private static Map<String, Object> addressOf(Path directory) {
        return address(
                "jdbc:postgresql://127.0.0.1:" + read(directory.resolve("port")) + "/" + PostgresChild.DATABASE,
                read(directory.resolve("owner.password")),
                read(directory.resolve("server.password")));
    }

    private static boolean isRunning(Path directory) {
        if (!Files.exists(directory.resolve("port"))) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), Integer.parseInt(read(directory.resolve("port")))),
                    CONNECT_MILLIS);
            return true;
        } catch (IOException nobodyListens) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new RefusedConfiguration(
                    "Cannot read " + file, "Run the replay as the user who runs the server on this home");
        }
    }
}
