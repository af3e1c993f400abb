package org.crossface.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.rebuild.ViewSchema;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.testing.TestPostgres;
import org.crossface.server.CrossfaceServer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The server as a demonstration, on a free port and an empty database; its clock starts on 1 November 2024. */
@SpringBootTest(
        classes = CrossfaceServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "crossface.demo=true",
            "crossface.roles=web,command,projection",
            "server.address=127.0.0.1",
            // Tests wait for builds of the views.
            "crossface.views.interval=100ms",
            "crossface.views.rest=500ms"
        })
@Import(QuickPasswords.class)
@DirtiesContext // each class has a database of its own
public abstract class RunningServer {

    /** Domain time when the server starts. */
    public static final Instant START = Instant.parse("2024-11-01T12:00:00Z");

    private static final List<String> SCHEMAS = List.of("audit", "billing", "identity", "messages", "views");

    private static ModuleSchema[] schemas() {
        return Stream.concat(
                        SCHEMAS.stream().map(ModuleSchema::new),
                        ViewSchema.serving(Bundles.views(Bundles.ALL)).stream())
                .toArray(ModuleSchema[]::new);
    }

    /** Its clock has started already, so that the tests do not depend on today. */
    private static PostgresEndpoint newDatabase() {
        // All that the server would migrate, so that it finds it done.
        TestPostgres postgres = TestPostgres.with(schemas());
        postgres.ownerJdbc()
                .sql("INSERT INTO domain_time.clock (only_row, offset_ms) VALUES (true, ?)")
                .param(Duration.between(Clock.systemUTC().instant(), START).toMillis())
                .update();
        return postgres.endpoint();
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory(Path.of("target"), "home-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        PostgresEndpoint postgres = newDatabase();
        Path home = newHome();
        properties.add("crossface.home", home::toString);
        properties.add("crossface.postgres.url", postgres::url);
        properties.add("crossface.postgres.admin-user", () -> "postgres");
        properties.add("crossface.postgres.owner-user", () -> postgres.owner().user());
        properties.add(
                "crossface.postgres.owner-password", () -> postgres.owner().password());
        properties.add("crossface.postgres.server-user", () -> postgres.server().user());
        properties.add(
                "crossface.postgres.server-password", () -> postgres.server().password());
    }

    /** The port that the server listens on. */
    protected int port() {
        return port;
    }

    Browser browser() {
        return new Browser(port);
    }

    /** A client of its API. */
    protected Http http() {
        return new Http(port);
    }
}
