package org.crossface.platform.eventstore;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.schema.Login;
import org.crossface.platform.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A group appender on connections that can break, and the units of work of its tests. */
abstract class GroupAppending {

    /** Events of the type {@code test.raises.<SQLSTATE>} fail with it; the commit of stream type {@code Held} waits for a lock. */
    private static final String FAULTS_AND_HOLDS = """
            CREATE FUNCTION eventstore.test_raise() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              RAISE EXCEPTION USING ERRCODE = split_part(NEW.payload_type, '.', 3), MESSAGE = 'raised by the test';
            END $$;
            CREATE TRIGGER test_raise BEFORE INSERT ON eventstore.event
              FOR EACH ROW WHEN (NEW.payload_type LIKE 'test.raises.%') EXECUTE FUNCTION eventstore.test_raise();
            CREATE FUNCTION eventstore.test_hold() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              PERFORM pg_advisory_xact_lock_shared(1, 1);
              RETURN NULL;
            END $$;
            CREATE CONSTRAINT TRIGGER test_hold AFTER INSERT ON eventstore.event DEFERRABLE INITIALLY DEFERRED
              FOR EACH ROW WHEN (NEW.aggregate_type = 'Held') EXECUTE FUNCTION eventstore.test_hold();""";

    /** Of all these classes, so left to the end of the JVM. */
    static final TestPostgres postgres = prepared();

    final FaultyConnections connections;
    final GroupAppender appender;
    final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    GroupAppending(DataSource target) {
        this.connections = new FaultyConnections(target);
        this.appender = appender(64);
    }

    GroupAppender appender(int mostWaiting) {
        return GroupAppender.start(
                new GroupAppend(1, mostWaiting, 512), new BatchWriter(connections, Duration.ofSeconds(5)), new Loops());
    }

    private static TestPostgres prepared() {
        TestPostgres fresh = TestPostgres.with();
        fresh.ownerJdbc().sql(FAULTS_AND_HOLDS).update();
        return fresh;
    }

    /** Connections whose sessions have this setting besides. */
    static DataSource with(String setting) {
        Login login = postgres.endpoint().server();
        DriverManagerDataSource sessions =
                new DriverManagerDataSource(postgres.endpoint().url(), login.user(), login.password());
        Properties properties = new Properties();
        properties.setProperty("options", "-c " + setting);
        sessions.setConnectionProperties(properties);
        return sessions;
    }

    @AfterEach
    void stop() {
        appender.close();
        threads.close();
    }

    static NewEvent event(String stream, long sequenceNumber) {
        return event(stream, sequenceNumber, "test.text", "{}");
    }

    @SuppressWarnings("NullAway") // what the database must refuse
    static NewEvent event(String stream, long sequenceNumber, @Nullable String type, String payload) {
        return new NewEvent(
                sequenceNumber, Instant.now(), stream, "Test", UUID.randomUUID().toString(), type, "1", payload, "{}");
    }

    static AppendBatch unit(NewEvent... events) {
        return new AppendBatch(List.of(events), null);
    }

    static AppendBatch keyed(String key, NewEvent event) {
        return new AppendBatch(List.of(event), new KeptAnswer("actor", key, "POST /x", "hash", "stream", 0));
    }

    /** All of these wait while the writer is busy with another unit, so they make up one group. */
    List<Future<long[]>> together(AppendBatch... units) throws Exception {
        return together(appender, units);
    }

    List<Future<long[]>> together(GroupAppender on, AppendBatch... units) throws Exception {
        CountDownLatch shut = connections.shut();
        Future<long[]> first = threads.submit(() -> on.append(unit(event(newStream(), 0))));
        soon().until(() -> connections.waiting() == 1);
        List<Future<long[]>> futures = new ArrayList<>();
        for (AppendBatch unit : units) {
            futures.add(threads.submit(() -> on.append(unit)));
            int expected = futures.size();
            soon().until(() -> on.figures().waiting() == expected);
        }
        shut.countDown();
        first.get();
        return futures;
    }

    static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(5)).pollDelay(Duration.ZERO);
    }

    Callable<long[]> append(AppendBatch unit) {
        return () -> appender.append(unit);
    }

    static String newStream() {
        return UUID.randomUUID().toString();
    }

    static List<String> transactionsOf(String... streams) {
        return postgres.serverJdbc()
                .sql("SELECT DISTINCT xmin::text FROM eventstore.event WHERE aggregate_id = ANY (?)")
                .param(streams)
                .query(String.class)
                .list();
    }

    static List<Long> positionsOf(String stream) {
        return postgres.serverJdbc()
                .sql("SELECT position FROM eventstore.event WHERE aggregate_id = ? ORDER BY sequence_number")
                .param(stream)
                .query(Long.class)
                .list();
    }

    static AppendFailure failureOf(Future<long[]> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AppendFailure failure) {
                return failure;
            }
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("It did not fail");
    }
}
