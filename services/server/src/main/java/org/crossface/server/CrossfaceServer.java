package org.crossface.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.crossface.billing.tail.BillingTail;
import org.crossface.platform.embedded.EmbeddedServerException;
import org.crossface.platform.processing.DeadLetterTrace;
import org.crossface.server.cluster.Cluster;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
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
    private static final String CLUSTER = "--cluster";
    private static final String REBUILD = "--rebuild";
    private static final String DEAD_LETTERS = "--dead-letters";
    private static final String CHECK_STORE = "--check-store";

    /** Starts the server, or the program of the command line that an option names. */
    public static void main(String[] arguments) {
        ShutdownLimit.install();
        List<String> options = Arrays.asList(arguments);
        if (!options.contains(CLUSTER)) {
            ShutdownLimit.endChildrenAtLast();
        }
        if (options.contains(LIST_ROLES)) {
            listRoles(System.out);
        } else if (options.contains(BILLING_TAIL)) {
            tailOrExplain(arguments);
        } else if (options.contains(REPLAY)) {
            endOrExplain(() -> Replay.run(commandLine(arguments), System.out));
        } else if (options.contains(CLUSTER)) {
            clusterOrExplain(arguments);
        } else if (options.contains(REBUILD)) {
            endOrExplain(() -> Rebuild.run(commandLine(arguments), words(options, REBUILD), System.out));
        } else if (options.contains(DEAD_LETTERS)) {
            endOrExplain(() -> DeadLetterProgram.run(commandLine(arguments), words(options, DEAD_LETTERS), System.out));
        } else if (options.contains(CHECK_STORE)) {
            endOrExplain(() -> StoreCheckProgram.run(commandLine(arguments), System.out));
        } else {
            start(arguments);
        }
    }

    /** Starts the server and returns when it is ready; closing the context stops everything that it started. */
    static ConfigurableApplicationContext start(String... arguments) {
        // Axon reads this when its first class is initialised.
        System.setProperty("disable-axoniq-console-message", "true");
        if (List.of(arguments).contains("--" + Cluster.ENDS_WITH_INPUT + "=true")) {
            endWithInput();
        }
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
        ConfigurableEnvironment environment = commandLine(arguments);
        QuietLibraries.warnOnly(environment);
        ServerSettings settings = ServerSettings.of(environment);
        List<String> options = new ArrayList<>(Arrays.asList(arguments));
        options.add("--from-beginning");
        options.add("--crossface.home=" + settings.home());
        options.add("--crossface.kafka.topic-prefix=" + settings.kafka().topicPrefix());
        if (!settings.kafka().isEmbedded()) {
            options.add(
                    "--crossface.kafka.bootstrap-servers=" + settings.kafka().bootstrapServers());
        }
        try {
            BillingTail.run(options, System.out);
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    /** Exits with 1 when the program failed, so that scripts can tell. */
    private static void endOrExplain(BooleanSupplier program) {
        try {
            System.exit(program.getAsBoolean() ? 0 : 1);
        } catch (RefusedConfiguration refused) {
            System.err.println(refused.getMessage());
            System.err.println(refused.remedy());
            System.exit(1);
        } catch (RuntimeException failed) {
            // The message of a database error may quote a person's data.
            System.err.println("The program failed: " + DeadLetterTrace.inOneLine(failed));
            System.exit(1);
        }
    }

    private static void clusterOrExplain(String[] arguments) {
        try {
            ClusterCommand.run(commandLine(arguments), System.out);
        } catch (RefusedConfiguration refused) {
            System.err.println(refused.getMessage());
            System.err.println(refused.remedy());
            System.exit(1);
        } catch (IllegalArgumentException | IllegalStateException | EmbeddedServerException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends this process when its standard input ends: a node of a cluster does not outlive its launcher. */
    private static void endWithInput() {
        Thread.ofPlatform().daemon().name("end-with-input").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // No input is expected; any input is ignored.
                }
            } catch (IOException e) {
                System.err.println("Standard input is closed: " + e.getMessage());
            }
            System.exit(0);
        });
    }

    /** The arguments after an option, up to the next option. */
    private static List<String> words(List<String> options, String after) {
        return options.subList(options.indexOf(after) + 1, options.size()).stream()
                .takeWhile(word -> !word.startsWith("--"))
                .toList();
    }

    /** Arguments and environment variables, and the default home, for the programs that need no Spring context. */
    private static StandardEnvironment commandLine(String[] arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        String home = Path.of(System.getProperty("user.home"), ".crossface").toString();
        environment.getPropertySources().addLast(new MapPropertySource("defaults", Map.of("crossface.home", home)));
        return environment;
    }
}
