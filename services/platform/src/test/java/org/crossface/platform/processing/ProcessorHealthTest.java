package org.crossface.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.config.Configuration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.crossface.platform.api.EventName;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** A processor whose loop hangs with nothing left to do: its lag is 0, and it is down all the same. */
class ProcessorHealthTest {

    private static final TestPostgres postgres = TestPostgres.with();
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @EventName("test.seen")
    record Seen(String id) {}

    /** Takes everything in. */
    @ProcessingGroup("idle")
    static class Idle {

        @EventHandler
        void on(Seen event) {}
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @Test
    void aStalledLoopIsDownThoughItsLagIsZero() throws SQLException {
        try (TestEventStore store = TestEventStore.on(postgres, EventNames.of(Seen.class));
                Connection other = postgres.server().getConnection()) {
            store.configurer().eventProcessing().registerEventHandler(c -> new Idle());
            Configuration axon = store.start();
            StreamingEventProcessor processor = axon.eventProcessingConfiguration()
                    .eventProcessor("idle", StreamingEventProcessor.class)
                    .orElseThrow();
            ProcessorHealth health = new ProcessorHealth(
                    postgres.serverJdbc(), axon::eventProcessingConfiguration, Clock.systemUTC(), LIMIT);
            store.append("Test", "a", "patient", new Seen("a"));
            await().until(() -> caughtUp(processor));
            await().during(LIMIT.plusMillis(500))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> health.health().getStatus().equals(Status.UP));

            other.setAutoCommit(false);
            try (Statement lock = other.createStatement()) {
                lock.execute("SELECT 1 FROM processing.token_entry WHERE processor_name = 'idle' FOR UPDATE");
            }
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> health.health().getStatus().equals(Status.DOWN));
            assertThat(caughtUp(processor)).as("nothing is left to do").isTrue();
            assertThat(health.health().getDetails().get("idle"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsAllEntriesOf(Map.of("running", true, "failing", false, "late", true));
            other.rollback();
            await().until(() -> health.health().getStatus().equals(Status.UP));
        }
    }

    private static boolean caughtUp(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .anyMatch(status ->
                        status.isCaughtUp() && status.getCurrentPosition().isPresent());
    }
}
