package org.crossface.server.sites;

import java.util.List;
import java.util.stream.Stream;
import org.crossface.identity.users.Users;
import org.crossface.server.CrossfaceServer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * A second node on the same database.
 *
 * @param client sends requests to it
 */
record OtherNode(ConfigurableApplicationContext context, Client client) implements AutoCloseable {

    private static final List<String> SHARED = List.of(
            "crossface.home",
            "crossface.demo",
            "crossface.postgres.url",
            "crossface.postgres.admin-user",
            "crossface.postgres.owner-user",
            "crossface.postgres.owner-password",
            "crossface.postgres.server-user",
            "crossface.postgres.server-password");

    /** Starts it with what this node was started with. */
    static OtherNode of(Environment node) {
        Stream<String> own =
                Stream.of("--crossface.roles=web,command", "--server.address=127.0.0.1", "--server.port=0");
        Stream<String> shared = SHARED.stream().map(name -> "--" + name + "=" + node.getProperty(name));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(CrossfaceServer.class)
                .run(Stream.concat(own, shared).toArray(String[]::new));
        return new OtherNode(
                context, new Client(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class)));
    }

    Users users() {
        return context.getBean(Users.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
