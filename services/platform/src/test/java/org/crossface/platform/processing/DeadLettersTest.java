package org.crossface.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.serialization.SerializationException;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.UndecodableEvent;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.processing.DeadLetters.NoSuchLetter;
import org.crossface.platform.processing.Parking.Later;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Events that a processor cannot handle, against the real processor, event store and database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class DeadLettersTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final String KNOWN = "tests.noted";

    /** Text that is written down; a handler that knows no better writes it into a table. */
    @EventName(value = KNOWN, revision = 1)
    record Noted(@Harmless String text, @Personal String secret) {}

    private final TestPostgres postgres = TestPostgres.with();
    private final JdbcClient jdbc = postgres.serverJdbc();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(postgres.server());
    private final DeadLetters letters = new DeadLetters(jdbc, new TransactionTemplate(transactions));
    private final Set<String> poison = ConcurrentHashMap.newKeySet();
    private final TestEventStore store = TestEventStore.on(postgres, EventNames.of(Noted.class));
    private DeadLetterProcessor letterProcessor;

    @ProcessingGroup("notebook")
    final class Notebook {

        @EventHandler
        void on(Noted event, @MetaDataValue("patient") String patient) {
            jdbc.sql("INSERT INTO public.note (patient, text) VALUES (?, ?)")
                    .params(patient, event.text())
                    .update();
            if (poison.contains(event.text())) {
                throw new IllegalStateException("Cannot take " + event.secret());
            }
            if (poison.contains("sql:" + event.text())) {
                jdbc.sql("SELECT 1 / 0").query(Integer.class).single();
            }
        }
    }

    @BeforeAll
    void start() {
        postgres.ownerJdbc()
                .sql("CREATE TABLE public.note (n bigint GENERATED ALWAYS AS IDENTITY, patient text, text text)")
                .update();
        postgres.ownerJdbc().sql("GRANT ALL ON public.note TO PUBLIC").update();
        letterProcessor = processorOf(store);
    }

    private DeadLetterProcessor processorOf(TestEventStore node) {
        node.configurer().eventProcessing(processing -> processing.registerEventHandler(c -> new Notebook()));
        return new DeadLetterProcessor(
                node.start(),
                node.engine(),
                new SpringTransactionManager(transactions),
                letters,
                jdbc,
                Duration.ofDays(1),
                new Loops());
    }

    @AfterEach
    void clear() {
        poison.clear();
        letters.clear("notebook", "tester");
    }

    @AfterAll
    void stop() {
        store.close();
        postgres.close();
    }

    private void note(String patient, String text) {
        store.append("Book", "book-" + patient, patient, new Noted(text, "canary-" + text));
    }

    /** An event as another version, or a fault, has stored it. */
    private void stored(String patient, String type, String revision, String payload) {
        long next = store.engine().lastSequenceNumberFor("book-" + patient).orElse(-1L) + 1;
        jdbc.sql("""
                        INSERT INTO eventstore.event (sequence_number, time, aggregate_id, aggregate_type, event_id, payload_type,
                                                      payload_revision, payload, metadata)
                        VALUES (?, ?, ?, 'Book', ?, ?, ?, ?::json, ?::json)""")
                .params(
                        next,
                        Timestamp.from(Instant.EPOCH),
                        "book-" + patient,
                        type + next + patient,
                        type,
                        revision,
                        payload,
                        "{\"patient\":\"" + patient + "\",\"site\":\"site-1\"}")
                .update();
    }

    private List<String> notes(String patient) {
        return jdbc.sql("SELECT text FROM public.note WHERE patient = ? ORDER BY n")
                .param(patient)
                .query(String.class)
                .list();
    }

    private void awaitNotes(String patient, String... texts) {
        await().atMost(LONG_ENOUGH).until(() -> notes(patient).equals(List.of(texts)));
    }

    private BlockedSequence awaitBlocked(int waiting) {
        await().atMost(LONG_ENOUGH)
                .until(() -> letters.blocked().size() == 1
                        && letters.blocked().getFirst().waiting() == waiting);
        return letters.blocked().getFirst();
    }

    @Test
    void aPoisonEventBlocksItsOwnSequenceAndIsHandledInOrderAfterTheMend() {
        poison.add("2");
        note("bea-0", "1");
        note("bea-0", "2");
        note("bea-0", "3");
        note("ada-0", "2-of-ada");
        note("bea-0", "4");

        BlockedSequence blocked = awaitBlocked(2);
        awaitNotes("ada-0", "2-of-ada");
        assertThat(notes("bea-0")).containsExactly("1");
        assertThat(blocked.head().processor()).isEqualTo("notebook");
        assertThat(blocked.head().sequence()).isEqualTo("bea-0");
        assertThat(blocked.head().event()).isEqualTo(KNOWN);
        assertThat(blocked.head().failure()).isEqualTo(IllegalStateException.class.getName());
        assertThat(blocked.head().trace()).contains("Notebook.on").doesNotContain("canary");
        assertThat(postgres.placesOf("canary")).isEmpty();

        letters.retry(blocked.head().id(), "tester");
        assertThat(letterProcessor.poll()).as("not mended yet").isZero();
        assertThat(letters.blocked().getFirst().head().triedAt())
                .isAfter(blocked.head().triedAt());

        poison.clear();
        assertThat(letterProcessor.poll()).as("nobody has asked").isZero();
        assertThat(letters.retryAll("*", "tester")).isEqualTo(1);
        assertThat(letterProcessor.poll()).isEqualTo(3);
        assertThat(notes("bea-0")).containsExactly("1", "2", "3", "4");
        assertThat(letters.blocked()).isEmpty();
    }

    @Test
    void aFailedStatementNeitherStopsTheProcessorNorLeavesHalfOfTheEventBehind() {
        poison.add("sql:2");
        note("bea-1", "2");
        note("ada-1", "3");

        assertThat(awaitBlocked(0).head().trace()).contains("SQLSTATE 22012");
        awaitNotes("ada-1", "3");
        assertThat(notes("bea-1")).isEmpty();
    }

    @Test
    void aRetryStopsAtTheNextLetterThatFailsAndKeepsWhatItHasHandled() {
        poison.addAll(List.of("1-of-bea", "2"));
        note("bea-2", "1-of-bea");
        note("bea-2", "2");
        note("bea-2", "3");
        BlockedSequence blocked = awaitBlocked(2);
        poison.remove("1-of-bea");

        letters.retry(blocked.head().id(), "tester");
        assertThat(letterProcessor.poll()).isEqualTo(1);

        BlockedSequence next = letters.blocked().getFirst();
        assertThat(notes("bea-2")).containsExactly("1-of-bea");
        assertThat(next.waiting()).isEqualTo(1);
        assertThat(next.head().failure()).isEqualTo(IllegalStateException.class.getName());
    }

    @Test
    void aParkedLetterIsPassedOverUntilItIsNamedOrIsLeftOutForGood() {
        poison.add("2");
        note("bea-3", "2");
        note("bea-3", "3");
        BlockedSequence blocked = awaitBlocked(1);
        letters.park(blocked.head().id(), Later.WAIT, "wait for release 2", "tester");

        assertThat(letters.retryAll("notebook", "tester")).isZero();
        assertThat(letterProcessor.poll()).isZero();
        assertThat(letters.blocked().getFirst().parking())
                .extracting(Parking::reason)
                .isEqualTo("wait for release 2");
        String behind = letters.sequence("notebook", "bea-3").getLast().id();
        assertThatThrownBy(() -> letters.park(behind, Later.GO_ON, "not its turn", "tester"))
                .isInstanceOf(NoSuchLetter.class);

        letters.park(blocked.head().id(), Later.GO_ON, "entered twice", "tester");
        assertThat(letterProcessor.poll()).isEqualTo(1);
        assertThat(notes("bea-3")).containsExactly("3");
        assertThat(letters.blocked()).isEmpty();
        assertThat(letters.parked(Later.GO_ON))
                .singleElement()
                .satisfies(kept -> assertThat(kept.failure()).isEqualTo(IllegalStateException.class.getName()));

        assertThat(letters.expire(Duration.ofDays(1))).isZero();
        assertThat(letters.expire(Duration.ZERO)).isEqualTo(1);
        assertThat(letters.parked(Later.GO_ON)).isEmpty();
        assertThat(jdbc.sql("SELECT act FROM processing.letter_journal ORDER BY entry")
                        .query(String.class)
                        .list())
                .containsSubsequence("PARK_WAIT", "PARK_GO_ON", "EXPIRE");
    }

    @Test
    void anEventOfAnUnknownNameIsSetAsideAndItsStreamCannotBeRead() {
        stored("bea-4", "tests.of-a-later-release", "1", "{\"text\":\"2\"}");
        note("bea-4", "3");
        note("ada-4", "2-of-ada");

        BlockedSequence blocked = awaitBlocked(1);
        awaitNotes("ada-4", "2-of-ada");
        assertThat(blocked.head().event()).isEqualTo("tests.of-a-later-release");
        assertThat(blocked.head().site()).isEqualTo("site-1");
        assertThat(blocked.head().failure()).isEqualTo(UndecodableEvent.class.getName());
        assertThat(blocked.head().trace()).contains("knows no event named tests.of-a-later-release");
        assertThatThrownBy(
                        () -> store.engine().readEvents("book-bea-4").asStream().toList())
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("tests.of-a-later-release");
        letters.retry(blocked.head().id(), "tester");
        assertThat(letterProcessor.poll()).isZero();

        try (TestEventStore later = TestEventStore.on(postgres, EventNames.of(Noted.class, OfALaterRelease.class))) {
            DeadLetterProcessor laterProcessor = processorOf(later);
            letters.retry(blocked.head().id(), "tester");
            assertThat(laterProcessor.poll()).isEqualTo(2);
        }
        assertThat(notes("bea-4")).containsExactly("3");
        assertThat(letters.blocked()).isEmpty();
    }

    /** A later release that also knows the name; its notebook has no use for such events. */
    @EventName(value = "tests.of-a-later-release", revision = 1)
    record OfALaterRelease(@Harmless String text) {}

    @Test
    void anUnknownRevisionAndBrokenContentAreSetAsideToo() {
        stored("bea-5", KNOWN, "7", "{\"text\":\"2\",\"secret\":null}");
        stored(
                "cid-5",
                KNOWN,
                "1",
                "{\"text\":\"2\",\"secret\":{\"$p\":1,\"k\":\"none\",\"t\":\"text\",\"c\":\"AAAA\"}}");
        stored("dan-5", KNOWN, "1", "{\"text\":[\"not a text\"],\"secret\":null}");
        note("ada-5", "2");

        awaitNotes("ada-5", "2");
        assertThat(letters.blocked())
                .extracting(each -> each.head().sequence(), each -> each.head().event())
                .containsExactlyInAnyOrder(tuple("bea-5", KNOWN), tuple("cid-5", KNOWN), tuple("dan-5", KNOWN));
        assertThat(letters.blocked())
                .allSatisfy(each -> assertThat(each.head().failure()).isEqualTo(UndecodableEvent.class.getName()));
    }

    @Test
    void whatWaitedBehindALetterThatIsGoneIsHandledWithoutBeingAskedFor() {
        poison.add("2");
        note("bea-6", "2");
        note("bea-6", "3");
        BlockedSequence blocked = awaitBlocked(1);
        jdbc.sql("DELETE FROM processing.dead_letter WHERE dead_letter_id = ?")
                .param(blocked.head().id())
                .update();

        assertThat(letterProcessor.poll()).isEqualTo(1);
        assertThat(notes("bea-6")).containsExactly("3");
    }

    @Test
    void aRebuildClearsWhatItMakesObsolete() {
        poison.add("2");
        note("bea-7", "2");
        note("bea-7", "3");
        BlockedSequence blocked = awaitBlocked(1);
        letters.park(blocked.head().id(), Later.WAIT, "to be cleared", "tester");

        letters.clear("notebook", "tester");

        assertThat(letters.blocked()).isEmpty();
        assertThat(letters.parked(Later.WAIT)).isEmpty();
        note("bea-7", "4");
        awaitNotes("bea-7", "4");
    }
}
