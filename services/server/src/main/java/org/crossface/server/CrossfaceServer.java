package org.crossface.server;

import java.io.PrintStream;
import java.util.Arrays;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The server: one program, wired by the roles of the node. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Wiring.class)
public class CrossfaceServer {
    private static final String LIST_ROLES = "--list-roles";

    /** Starts the server, or explains the roles when asked with {@value #LIST_ROLES}. */
    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains(LIST_ROLES)) {
            listRoles(System.out);
            return;
        }
        start(arguments);
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
}
