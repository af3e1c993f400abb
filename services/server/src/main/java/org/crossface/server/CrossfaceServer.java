package org.crossface.server;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The server: one program, wired by the roles of the node. Users are those of identity, so Spring Boot's own, with its
 * generated password, is left out; so is XStream, which would open serialisation to any class.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {UserDetailsServiceAutoConfiguration.class, XStreamAutoConfiguration.class})
@Import(Wiring.class)
public class CrossfaceServer {
    private static final String LIST_ROLES = "--list-roles";
    private static final String BILLING_TAIL = "--billing-tail";
    private static final String REPLAY = "--replay";

    /** Starts the server; with {@value #LIST_ROLES} or {@value #BILLING_TAIL} it only prints those. */
    public static void main(String[] arguments) {
        List<String> options = Arrays.asList(arguments);
        if (options.contains(LIST_ROLES)) {
            listRoles(System.out);
        } else if (options.contains(BILLING_TAIL)) {
            tailOrExplain(arguments);
        } else if (options.contains(REPLAY)) {
            replayOrExplain(arguments);
        } else {
            start(arguments);
        }
    }

    /** Starts the server and returns when it is ready; closing the context stops everything that it started. */
    static ConfigurableApplicationContext start(String... arguments) {
        // Axon reads this when its first class is initialised.
        System.setProperty("disable-axoniq-console-message", "true");
        return new SpringApplicationBuilder(CrossfaceServer.class)
                .initializers(new LoopbackOnly(), new EmbeddedServers())
                .listeners(new StartupNote(System.out))
                .run(arguments);
    }

    static void listRoles(PrintStream out) {
        for (NodeRole role : NodeRole.values()) {
            out.printf("%-11s %s%n", role.word(), role.sentence());
        }
        out.printf(
                "%nA node has all of them unless it is started with --%s=, for example --%s=web,command%n",
                NodeRoles.PROPERTY, NodeRoles.PROPERTY);
    }

    private static void tailOrExplain(String[] arguments) {
        try {
            BillingTail.follow(commandLine(arguments), System.out);
        } catch (RefusedConfiguration refused) {
            System.err.println(refused.getMessage());
            System.err.println(refused.remedy());
            System.exit(1);
        }
    }

    /** Exits with 1 when a row differs, so that scripts can tell. */
    private static void replayOrExplain(String[] arguments) {
        try {
            System.exit(Replay.run(commandLine(arguments), System.out) ? 0 : 1);
        } catch (RefusedConfiguration refused) {
            System.err.println(refused.getMessage());
            System.err.println(refused.remedy());
            System.exit(1);
        }
    }

    /** Arguments and environment variables, and the default home, for the programs that need no Spring context. */
    private static Environment commandLine(String[] arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        String home = Path.of(System.getProperty("user.home"), ".crossface").toString();
        environment.getPropertySources().addLast(new MapPropertySource("defaults", Map.of("crossface.home", home)));
        return environment;
    }
}
