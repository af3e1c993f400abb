package org.crossface.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.crossface.billing.BillingConfiguration;
import org.crossface.coordination.CoordinationConfiguration;
import org.crossface.platform.PlatformConfiguration;
import org.crossface.platform.embedded.PostgresChild;
import org.crossface.platform.schema.SessionLimits;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * The context of the command-line programs: the modules that read and store events, without web, processors and Kafka. It uses the
 * PostgreSQL of a server that runs on this home, the external PostgreSQL, or, if neither is there, the embedded one, started for the time
 * of the program.
 */
final class BesideServer {
    private static final int CONNECT_MILLIS = 500;

    private BesideServer() {}

    /** The beans that reading the event store needs: no web, no processor, no Kafka. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({PlatformConfiguration.class, CoordinationConfiguration.class, BillingConfiguration.class})
    static class Reading {}

    /**
     * Runs this work in the context.
     *
     * @throws RefusedConfiguration if the server's files cannot be read
     */
    static <T> T run(Environment environment, Function<ConfigurableApplicationContext, T> work) {
        ServerSettings settings = ServerSettings.of(environment);
        if (!settings.postgres().isEmbedded()) {
            return with(environment, Map.of(), work);
        }
        Path directory = settings.home().resolve("postgres");
        if (isRunning(directory)) {
            return with(environment, addressOf(directory), work);
        }
        try (PostgresChild postgres =
                PostgresChild.start(directory, settings.postgres().wantedPort())) {
            return with(
                    environment,
                    address(postgres.jdbcUrl(), postgres.ownerPassword(), postgres.serverPassword()),
                    work);
        }
    }

    private static <T> T with(
            Environment environment, Map<String, Object> address, Function<ConfigurableApplicationContext, T> work) {
        System.setProperty("disable-axoniq-console-message", "true");
        String home = ServerSettings.of(environment).home().toString();
        Map<String, Object> properties = new HashMap<>(address);
        // These programs run long queries, and no page waits for them.
        properties.put("crossface.postgres.limits.answer", SessionLimits.USUAL.longAnswer());
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Reading.class)
                .web(WebApplicationType.NONE)
                .initializers(given -> given.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("beside", properties)))
                .run("--crossface.home=" + home, "--logging.level.root=WARN")) {
            return work.apply(context);
        }
    }

    private static Map<String, Object> address(String url, String ownerPassword, String serverPassword) {
        return Map.of(
                "crossface.postgres.url", url,
                "crossface.postgres.owner-user", PostgresChild.OWNER,
                "crossface.postgres.owner-password", ownerPassword,
                "crossface.postgres.server-user", PostgresChild.SERVER,
                "crossface.postgres.server-password", serverPassword);
    }

    /** The address of a running server's embedded PostgreSQL, from its files. */
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
                    "Cannot read " + file, "Run it as the user who runs the server on this home");
        }
    }
}
