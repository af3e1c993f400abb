package org.crossface.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Events that cannot be handled among thousands in one transaction, in two segments, against the real event store and database. */
class LargeBatchTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final int PATIENTS = 30;
    private static final int EACH = 100;
    private static final int EVENTS = PATIENTS * EACH;
    private static final int POISON_AT = 1_250;
    private static final String GROUP = "large";

    private final TestPostgres postgres = TestPostgres.with();
    private final JdbcClient jdbc = postgres.serverJdbc();
    private final TestEventStore store = TestEventStore.on(postgres, EventNames.of(Counted.class));

    /** The how manieth event it is. */
    @EventName(value = "tests.counted", revision = 1)
    record Counted(@Harmless int number) {}

    /** A failure that ends the work; nothing throws it here. */
    static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    final class Book {

        @EventHandler
        void on(Counted event, @MetaDataValue("patient") String patient) {
            jdbc.sql("INSERT INTO public.counted (patient, number) VALUES (?, ?)")
                    .params(patient, event.number())
                    .update();
            if (event.number() == POISON_AT) {
                jdbc.sql("SELECT 1 / 0").query(Integer.class).single();
            }
        }
    }

    @AfterEach
    void stop() {
        store.close();
        postgres.close();
    }

    private static String patient(int number) {
        return "patient-" + number / EACH;
    }

    @Test
    void onlyItsOwnPatientWaitsAndTheRestIsHandledOnceAndInOrder() {
        postgres.ownerJdbc()
                .sql("CREATE TABLE public.counted (n bigint GENERATED ALWAYS AS IDENTITY, patient text, number int,"
                        + " tx text DEFAULT pg_current_xact_id()::text)")
                .update();
        postgres.ownerJdbc().sql("GRANT ALL ON public.counted TO PUBLIC").update();
        for (int first = 0; first < EVENTS; first += EACH) {
            store.append(
                    "Book",
                    "book-" + patient(first),
                    patient(first),
                    IntStream.range(first, first + EACH).mapToObj(Counted::new).toArray());
        }
        TrackingEventProcessor processor = store.processingStore()
                .parallel(GROUP, new Book(), store.start().eventStore(), new ParallelWork(2, EVENTS), Ended.class);
        processor.start();
        try {
            await().atMost(LONG_ENOUGH).until(() -> lettersAndNotes() == EVENTS);
        } finally {
            processor.shutDown();
        }

        String blocked = patient(POISON_AT);
        Map<String, List<Integer>> expected = new HashMap<>();
        IntStream.range(0, EVENTS)
                .filter(number -> number < POISON_AT || !patient(number).equals(blocked))
                .forEach(number -> expected.computeIfAbsent(patient(number), id -> new ArrayList<>())
                        .add(number));
        assertThat(counted()).isEqualTo(expected);
        assertThat(sizes("tx IN (SELECT tx FROM public.counted WHERE patient = '" + blocked + "')"))
                .as("batches of the segment that has failed")
                .allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(ProcessorDefaults.BATCH_SIZE));
        assertThat(sizes("true"))
                .as("the other segment's batches")
                .anySatisfy(size -> assertThat(size).isGreaterThan(ProcessorDefaults.BATCH_SIZE));
        BlockedSequence letter = new DeadLetters(
                        jdbc, new TransactionTemplate(new JdbcTransactionManager(postgres.server())))
                .blocked()
                .getFirst();
        assertThat(letter.head().sequence()).isEqualTo(blocked);
    }

    private long lettersAndNotes() {
        return jdbc.sql("SELECT (SELECT count(*) FROM public.counted)"
                        + " + (SELECT count(*) FROM processing.dead_letter WHERE processing_group = ?)")
                .param(GROUP)
                .query(Long.class)
                .single();
    }

    private Map<String, List<Integer>> counted() {
        Map<String, List<Integer>> counted = new HashMap<>();
        jdbc.sql("SELECT patient, number FROM public.counted ORDER BY n").query(rs -> {
            counted.computeIfAbsent(rs.getString(1), id -> new ArrayList<>()).add(rs.getInt(2));
        });
        return counted;
    }

    private List<Integer> sizes(String which) {
        return jdbc.sql("SELECT count(*) FROM public.counted WHERE " + which + " GROUP BY tx")
                .query(Integer.class)
                .list();
    }
}
