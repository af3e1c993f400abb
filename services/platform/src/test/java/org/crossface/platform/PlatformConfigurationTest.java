package org.crossface.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Role;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.eventstore.TimeOrderedIdentifiers;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.testing.TestPostgres;
import org.crossface.platform.time.DomainClock;
import org.crossface.platform.transactions.TransactionOnDemand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Starts the platform as the server does, and watches the choices that fail without a word when they are left to others. */
class PlatformConfigurationTest {

    private static final TestPostgres postgres = TestPostgres.with();
    private static final Envelope ENVELOPE = Envelope.of("a", Role.SYSTEM, "o", "UI", "TREAT", "r");

    private static final int EVENTS_PER_SNAPSHOT = 4;

    @TempDir
    private static Path home;

    private static ConfigurableApplicationContext context;

    @EventName("test.noted")
    record Noted(String text) {}

    record Note(String text) {}

    record NoteAndFail(String text) {}

    record LoseTheRace(int times) {}

    /** A refusal of the domain. */
    static final class Refused extends IllegalStateException {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(PlatformConfiguration.class)
    static class Application {

        @Bean
        Notes notes(JdbcClient jdbc, EventStore events, TransactionOnDemand transactions) {
            return new Notes(jdbc, events, transactions);
        }

        @Bean
        ConfigurerModule counters() {
            return configurer -> configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(Counter.class)
                    .configureSnapshotTrigger(
                            axon -> new EventCountSnapshotTriggerDefinition(axon.snapshotter(), EVENTS_PER_SNAPSHOT)));
        }

        @Bean
        Reader reader() {
            return new Reader();
        }

        @Bean
        PooledReader pooledReader() {
            return new PooledReader();
        }

        @Bean
        ConfigurerModule pooled() {
            return configurer -> configurer.eventProcessing().registerPooledStreamingEventProcessor("pooled-reader");
        }
    }

    /** Handles the commands of this test without an aggregate. */
    static class Notes {

        private final JdbcClient jdbc;
        private final EventStore events;
        private final TransactionOnDemand transactions;
        final List<Boolean> inTransaction = new CopyOnWriteArrayList<>();
        final AtomicInteger refusals = new AtomicInteger();
        final AtomicInteger races = new AtomicInteger();

        Notes(JdbcClient jdbc, EventStore events, TransactionOnDemand transactions) {
            this.jdbc = jdbc;
            this.events = events;
            this.transactions = transactions;
        }

        @CommandHandler
        void handle(Note command) {
            inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
            events.publish(new GenericDomainEventMessage<>("Note", command.text(), 0, new Noted(command.text())));
        }

        @CommandHandler
        void handle(NoteAndFail command) {
            transactions.require();
            jdbc.sql("INSERT INTO reservations.holding (set_name, key, holder) VALUES ('test', ?, 'h')")
                    .param(command.text())
                    .update();
            refusals.incrementAndGet();
            throw new Refused();
        }

        @CommandHandler
        void handle(LoseTheRace command) {
            if (races.incrementAndGet() <= command.times()) {
                throw new ConcurrencyException("lost");
            }
            events.publish(new GenericDomainEventMessage<>("Note", "race", 0, new Noted("race")));
        }
    }

    @EventName("test.counted")
    record Counted(String id, int by) {}

    record Count(@TargetAggregateIdentifier String id, int by) {}

    record TellTotal(@TargetAggregateIdentifier String id) {}

    /** Private state without annotations or accessors, as the aggregates of the modules have it. */
    static class Counter {

        @AggregateIdentifier
        @SuppressWarnings("UnusedVariable") // Axon reads it
        private @Nullable String id;

        private List<Integer> steps = new ArrayList<>();

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(Count command) {
            AggregateLifecycle.apply(new Counted(command.id(), command.by()));
        }

        @CommandHandler
        int handle(TellTotal command) {
            return steps.stream().mapToInt(Integer::intValue).sum();
        }

        @EventSourcingHandler
        void on(Counted event) {
            id = event.id();
            steps.add(event.by());
        }
    }

    /** In many segments, which share threads; the product has none such, and nothing of the platform may be in its way. */
    @ProcessingGroup("pooled-reader")
    static class PooledReader {

        final List<String> seen = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(Noted event) {
            seen.add(event.text());
        }
    }

    /** A view that fails on the events it is told to fail on. */
    @ProcessingGroup("reader")
    static class Reader {

        final List<String> seen = new CopyOnWriteArrayList<>();
        final Map<String, Boolean> failing = new ConcurrentHashMap<>();
        final List<Object> resets = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(Noted event) {
            if (failing.containsKey(event.text())) {
                throw new IllegalStateException("told to fail on " + event.text());
            }
            seen.add(event.text());
        }

        @ResetHandler
        void reset(String reason) {
            resets.add(reason);
            seen.clear();
        }
    }

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(Application.class)
                .properties(Map.of(
                        "crossface.postgres.url", postgres.endpoint().url(),
                        "crossface.postgres.owner-password",
                                postgres.endpoint().owner().password(),
                        "crossface.postgres.server-password",
                                postgres.endpoint().server().password(),
                        "crossface.home", home.toString(),
                        "crossface.demo", "true",
                        "spring.main.web-application-type", "none"))
                .run();
    }

    @AfterAll
    static void close() {
        DomainClock clock = context.getBean(DomainClock.class);
        context.close();
        postgres.close();
        assertThat(GenericEventMessage.clock)
                .as("whoever comes next in this JVM has no such database")
                .isNotSameAs(clock);
    }

    private static void send(Object command) {
        context.getBean(CommandDispatch.class).send(command, ENVELOPE);
    }

    private static Reader reader() {
        return context.getBean(Reader.class);
    }

    private static long rowsNamed(String key) {
        return postgres.serverJdbc()
                .sql("SELECT count(*) FROM reservations.holding WHERE key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    @Test
    void aCommandRunsInASpringTransactionOnceItAsksForOne() {
        send(new Note("without transaction"));
        assertThat(context.getBean(Notes.class).inTransaction).isNotEmpty().containsOnly(false);
        assertThat(context.getBean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
        assertThatThrownBy(() -> send(new NoteAndFail("rolled back"))).isInstanceOf(Refused.class);
        assertThat(rowsNamed("rolled back")).isZero();
    }

    @Test
    void takesASecondCreationForOne() {
        send(new Note("once"));
        assertThatThrownBy(() -> send(new Note("once"))).isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void retriesALostRaceAndNoRefusal() {
        Notes notes = context.getBean(Notes.class);
        int before = notes.refusals.get();
        assertThatThrownBy(() -> send(new NoteAndFail("refused"))).isInstanceOf(Refused.class);
        assertThat(notes.refusals.get() - before).isOne();
        send(new LoseTheRace(2));
        assertThat(notes.races).hasValue(3);
    }

    @Test
    void anAggregateComesBackFromItsSnapshotWithItsPrivateState() {
        for (int by = 1; by <= EVENTS_PER_SNAPSHOT; by++) {
            send(new Count("counter", by));
        }
        String snapshot = await().until(PlatformConfigurationTest::snapshotOfTheCounter, Objects::nonNull);
        assertThat(snapshot).contains("[1,2,3,4]");
        // The events under the snapshot tell another total, so it shows what the aggregate was made from.
        postgres.ownerJdbc()
                .sql(
                        "UPDATE eventstore.event SET payload = '{\"id\":\"counter\",\"by\":100}' WHERE aggregate_id = 'counter'")
                .update();
        assertThat(context.getBean(CommandGateway.class).<Integer>sendAndWait(new TellTotal("counter")))
                .isEqualTo(10);
    }

    private static @Nullable String snapshotOfTheCounter() {
        return postgres.serverJdbc()
                .sql("SELECT payload::text FROM eventstore.snapshot WHERE aggregate_id = 'counter'")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Test
    void eventsCarryTheDomainsTime() {
        DomainClock clock = context.getBean(DomainClock.class);
        assertThat(GenericEventMessage.clock).isSameAs(clock);
        assertThat(clock.instant())
                .isBetween(
                        Instant.now().minus(1250, ChronoUnit.DAYS),
                        Instant.now().minus(1180, ChronoUnit.DAYS));
    }

    @Test
    void nothingMeasuresEachMessageAndNobodyIsCalled() {
        assertThatThrownBy(() -> context.getBean("messageTimeoutHandlerEnhancerDefinition"))
                .isInstanceOf(NoSuchBeanDefinitionException.class);
        assertThat(context.getEnvironment().getProperty("axon.update-check.disabled", Boolean.class))
                .isTrue();
    }

    @Test
    void aPooledProcessorGetsEveryEventToo() {
        send(new Note("for the pool"));
        PooledReader pooled = context.getBean(PooledReader.class);
        await().untilAsserted(() -> assertThat(pooled.seen).contains("for the pool"));
    }

    @Test
    void everyLoopOfTheNodeShowsItsLastBeat() {
        // Readers and the poller are watched from their first look on.
        await().untilAsserted(() -> assertThat(context.getBean(Loops.class).lastBeats())
                .extracting(Loops.LastBeat::name)
                .contains(
                        "erasure watch",
                        "event append 1",
                        "event store poller",
                        "idempotency purge",
                        "dead-letter processor",
                        "view change feed",
                        "wake-up listener",
                        "wake-up notifier")
                .anyMatch(name -> name.startsWith("reader ")));
    }

    @Test
    void keepsTheKeyOfKeysForItself() throws Exception {
        assertThat(Files.getPosixFilePermissions(home.resolve("keys/kek.json"))).hasSize(2);
    }

    @Test
    void replaysWithAContextThroughTheStoredToken() {
        send(new Note("replayed"));
        Reader reader = reader();
        await().until(() -> reader.seen.contains("replayed"));
        StreamingEventProcessor processor = processor();
        assertThat(processor).isInstanceOf(TrackingEventProcessor.class);
        processor.shutDown();
        processor.resetTokens("because of the test");
        assertThat(reader.resets).contains("because of the test");
        assertThat(context.getBean(TokenStore.class).fetchSegments("reader")).hasSize(1);
        processor.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> reader.seen.contains("replayed"));
    }

    @Test
    void setsAsideWhatItCannotHandleAndForgetsItAtAReplay() {
        Reader reader = reader();
        reader.failing.put("poison", true);
        append("patient-7", "poison");
        append("patient-7", "after poison");
        append("patient-8", "of another patient");
        await().until(() -> reader.seen.contains("of another patient"));
        await().until(() -> letters() == 2);
        assertThat(reader.seen).doesNotContain("poison", "after poison");
        assertThat(postgres.placesOf("after poison"))
                .contains("eventstore.event.payload")
                .doesNotContain("processing.dead_letter.payload", "processing.dead_letter.cause_message");
        reader.failing.clear();
        StreamingEventProcessor processor = processor();
        processor.shutDown();
        processor.resetTokens("letters");
        processor.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> reader.seen.contains("after poison"));
        assertThat(reader.seen).contains("poison");
        assertThat(letters()).isZero();
    }

    @Test
    void handlesWhatWasSetAsideWhenTheFaultIsGone() {
        Reader reader = reader();
        reader.failing.put("curable", true);
        append("patient-9", "curable");
        await().until(() -> letters() == 1);
        assertThat(letterCause()).contains("IllegalStateException", "Reader.on").doesNotContain("curable");
        reader.failing.clear();
        boolean handled = context.getBean(EventProcessingConfiguration.class)
                .sequencedDeadLetterProcessor("reader")
                .orElseThrow()
                .processAny();
        assertThat(handled).isTrue();
        assertThat(reader.seen).contains("curable");
        assertThat(letters()).isZero();
    }

    private static String letterCause() {
        return postgres.serverJdbc()
                .sql("SELECT cause_type || ' ' || cause_message FROM processing.dead_letter")
                .query(String.class)
                .single();
    }

    private static void append(String patient, String text) {
        context.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "Note", text, 0, new Noted(text), MetaData.with(Metadata.PATIENT, patient)));
    }

    private static long letters() {
        return postgres.serverJdbc()
                .sql("SELECT count(*) FROM processing.dead_letter")
                .query(Long.class)
                .single();
    }

    private static StreamingEventProcessor processor() {
        return context.getBean(EventProcessingConfiguration.class)
                .eventProcessor("reader", StreamingEventProcessor.class)
                .orElseThrow();
    }

    @Test
    void identifiersAreTimeOrderedAndNothingRunsInTheAppendersThread() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIdentifiers.class);
        assertThat(context.getBean(EventProcessingConfiguration.class)
                        .eventProcessors()
                        .values())
                .isNotEmpty()
                .allSatisfy(processor -> assertThat(processor).isInstanceOf(StreamingEventProcessor.class));
    }

    @Test
    void theSessionsOfTheWritersWaitForNobodyForLong() {
        HikariDataSource writers = BeanFactoryAnnotationUtils.qualifiedBeanOfType(
                context.getBeanFactory(), HikariDataSource.class, PlatformConfiguration.APPENDING);
        JdbcClient jdbc = JdbcClient.create(writers);
        assertThat(jdbc.sql("SHOW lock_timeout").query(String.class).single()).isEqualTo("2s");
        assertThat(jdbc.sql("SHOW synchronous_commit").query(String.class).single())
                .isEqualTo("on");
        assertThat(writers.getConnectionTimeout()).isEqualTo(5_000);
        assertThat(writers.getDataSourceProperties()).containsEntry("socketTimeout", "10");
        assertThat(context.getBean(HikariDataSource.class).getDataSourceProperties())
                .containsEntry("socketTimeout", "30");
    }

    @Test
    void everyPoolLimitsEachWait() throws SQLException {
        Map<String, DataSource> pools = context.getBeansOfType(DataSource.class);
        assertThat(pools).hasSize(3);
        for (DataSource source : pools.values()) {
            HikariDataSource pool = (HikariDataSource) source;
            assertThat(pool.getConnectionTimeout()).isBetween(1_000L, 5_000L);
            assertThat(pool.getValidationTimeout()).isBetween(1_000L, 2_000L);
            assertThat(pool.getDataSourceProperties().getProperty("connectTimeout"))
                    .isEqualTo("5");
            try (Connection connection = pool.getConnection()) {
                // What the driver was given as its socketTimeout, and what no reading of an answer exceeds.
                assertThat(connection.getNetworkTimeout()).isBetween(1_000, 30_000);
                assertThat(shown(connection, "lock_timeout")).isIn("2s", "10s");
                assertThat(shown(connection, "idle_in_transaction_session_timeout"))
                        .isEqualTo("1min");
            }
        }
        try (Connection connection = context.getBean(DataSource.class).getConnection()) {
            assertThat(shown(connection, "statement_timeout")).isEqualTo("29s");
        }
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void declaresWhatOthersBuildOn() {
        assertThat(context.getBean(CommandGateway.class)).isNotNull();
        assertThat(context.getBean(EventStore.class)).isNotNull();
        assertThat(context.getBean(PostgresEventStorageEngine.class)).isNotNull();
    }
}
