package org.crossface.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.crossface.audit.replay.ReplayComparison;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.ViewPositions;
import org.crossface.pathway.policy.Policies;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.eventstore.StoreCheck;
import org.crossface.platform.schema.PostgresProperties;
import org.crossface.server.api.RunningServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A running server that the model's commands are sent to; {@code -Dcrossface.model.seed=} repeats a run. */
@Import(ModelTime.class)
@TestPropertySource(
        // An unknown identifier is refused; its stack trace tells nobody anything.
        properties = "logging.level.org.axonframework.modelling.command.AbstractRepository=ERROR")
abstract class ModelledServer extends RunningServer {

    private static final Path RULES = Path.of("../../docs/reference/rules.md");
    private static final double LEAST_ACCEPTED = 0.3;

    /** One fault breaks much of what follows. */
    private static final int MOST_TOLD = 25;

    @Autowired
    private ApplicationContext context = none();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // replaced by Spring before any test
    private static <T> T none() {
        return null;
    }

    /** Sends so many commands, and finds everything sound; tells what was reached. */
    final Coverage send(long seed, int commands) {
        System.out.println("Model: seed " + seed);
        ModelRun run = new ModelRun(context, http(), seed, commands, rulesOfTheReference());
        run.run();
        System.out.println(run.report());
        assertThat(run.wrong().stream().limit(MOST_TOLD).toList())
                .as("repeat it with -Dcrossface.model.seed=" + seed + " -Dcrossface.model.commands=" + commands)
                .isEmpty();
        assertThat(run.acceptance()).isGreaterThan(LEAST_ACCEPTED);
        theStoreIsSound();
        theViewsAreWhatAReplayMakes();
        return run.coverage();
    }

    /** Identifiers of all rules: those that the reference lists, and those that its first paragraph says judge every command. */
    static Set<String> rulesOfTheReference() {
        try {
            return Stream.concat(
                            Files.readAllLines(RULES).stream()
                                    .filter(line -> line.startsWith("## "))
                                    .map(line -> line.substring("## ".length())),
                            Stream.of("FIELD-RANGE", "INV-68"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void theStoreIsSound() {
        assertThat(new StoreCheck(context.getBean(JdbcClient.class)).findings()).allMatch(StoreCheck.Finding::holds);
    }

    private void theViewsAreWhatAReplayMakes() {
        long last = context.getBean(JdbcClient.class)
                .sql("SELECT max(position) FROM eventstore.event")
                .query(Long.class)
                .single();
        assertThat(context.getBean(ViewPositions.class).awaitPosition(last, Duration.ofMinutes(2)))
                .isTrue();
        assertThat(new ReplayComparison(
                                context.getBean(PostgresProperties.class).endpoint(),
                                context.getBean(DataSource.class),
                                context.getBean(PostgresEventStorageEngine.class),
                                context.getBean(Policies.class),
                                Bundles.ALL,
                                System.out)
                        .run()
                        .isEqual())
                .isTrue();
    }
}
