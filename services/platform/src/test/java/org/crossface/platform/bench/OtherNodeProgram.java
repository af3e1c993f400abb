package org.crossface.platform.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.axonframework.config.Configurer;
import org.crossface.platform.bench.OtherNode.Arrival;
import org.crossface.platform.drill.QuietLogs;
import org.crossface.platform.schema.Login;
import org.crossface.platform.schema.PostgresEndpoint;

/** The program of an {@link OtherNode}; it runs until its standard input is closed. */
final class OtherNodeProgram {

    static final String READY = "ready";

    private OtherNodeProgram() {}

    /** Arguments: side, JDBC address, the owner's password, the server's user and password, home. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err); // the log goes there
        QuietLogs.begin();
        BiConsumer<String, String> arrived =
                (handler, request) -> out.println(new Arrival(handler, request, LatencyBench.epochNanos()).line());
        start(arguments, arrived);
        out.println(READY);
        while (System.in.read() >= 0) {
            // Its parent says nothing and closes the pipe at the end.
        }
        System.exit(0);
    }

    private static void start(String[] arguments, BiConsumer<String, String> arrived) {
        Login server = new Login(arguments[3], arguments[4]);
        if (arguments[0].equals(LatencyBench.AXON)) {
            Stock.start(pool(arguments[1], server), false, configurer -> watch(configurer, arrived));
            return;
        }
        PostgresEndpoint endpoint =
                new PostgresEndpoint(arguments[1], null, new Login("crossface_owner", arguments[2]), server);
        Product.start(
                "Crossface",
                endpoint,
                Path.of(arguments[5]),
                Variant.best().settings(),
                configurer -> watch(configurer, arrived));
    }

    private static void watch(Configurer configurer, BiConsumer<String, String> arrived) {
        for (String kind : List.of(LatencyBench.TRACKING, LatencyBench.POOLED)) {
            LatencyBench.watch(configurer, LatencyBench.THERE, kind, arrived);
        }
    }

    private static HikariDataSource pool(String url, Login login) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        return new HikariDataSource(config);
    }
}
