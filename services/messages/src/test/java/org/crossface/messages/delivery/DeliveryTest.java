package org.crossface.messages.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.crossface.messages.automation.Letters;
import org.crossface.messages.automation.Resending;
import org.crossface.messages.automation.WhenRequestedWriteMessage;
import org.crossface.messages.outbox.Attempt;
import org.crossface.messages.outbox.Letter;
import org.crossface.messages.outbox.MessageState;
import org.crossface.messages.outbox.Outbox;
import org.crossface.messages.outbox.OutboxMessage;
import org.crossface.messages.subscriptions.StaffDirectory.Recipient;
import org.crossface.messages.subscriptions.Subscriptions;
import org.crossface.messages.templates.Templates;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Samples;
import org.crossface.pathway.correspondence.MessageFailure;
import org.crossface.pathway.correspondence.MessageKind;
import org.crossface.pathway.correspondence.MessageRequested;
import org.crossface.pathway.oversight.TaskEscalated;
import org.crossface.pathway.oversight.sending.RecordMessageOutcome;
import org.crossface.pathway.patient.ContactCorrected;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.patient.identity.KnownPersons;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Receipt;
import org.crossface.platform.personal.SubjectKeys;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an event through the outbox in PostgreSQL to a mail server, and back to the pathway. */
class DeliveryTest {

    private static final TestPostgres postgres = TestPostgres.with(new ModuleSchema("messages"));
    private static final String ADDRESS = "maria@example.org";
    private static final String PATIENT = Histories.PATIENT;

    private final ScriptedMailServer server = new ScriptedMailServer();
    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SubjectKeys keys = new SubjectKeys(postgres.serverJdbc(), TestEventStore.keyEncryptionKey());
    private final Outbox outbox = new Outbox(postgres.serverJdbc(), keys);
    private final Subscriptions subscriptions = new Subscriptions(postgres.serverJdbc());
    private final List<RecordMessageOutcome> told = new ArrayList<>();
    private final CommandDispatch dispatch = (command, envelope) -> {
        told.add((RecordMessageOutcome) command);
        return new Receipt(1, 1, Histories.PATHWAY, false);
    };
    private final Letters letters = new Letters(
            new Templates(),
            new KnownPersons(new PathwayFixture.FreeReservations(), events),
            new PathwayFixture.KnownReference(),
            "https://crossface.example");
    private final Resending resending = new Resending(outbox, letters, events);
    private final AnnotationEventHandlerAdapter automation =
            new AnnotationEventHandlerAdapter(new WhenRequestedWriteMessage(
                    outbox,
                    letters,
                    resending,
                    subscriptions,
                    (ids, role, siteId) -> ids.stream()
                            .map(id -> new Recipient(id, id + "@centre.example"))
                            .toList(),
                    instant -> Policy.defaults(),
                    Clock.systemUTC()));
    private int facts;

    @BeforeEach
    void nothingIsInTheOutbox() {
        postgres.ownerJdbc()
                .sql("TRUNCATE messages.message, messages.attempt, messages.subscription, subjectkeys.subject_key")
                .update();
        keys.forgetAll();
        long sequence = 0;
        for (PathwayEvent fact : Histories.referred()) {
            events.publish(new GenericDomainEventMessage<>("CarePathway", Histories.PATHWAY, sequence, fact));
            sequence++;
        }
    }

    @AfterEach
    void theServerIsClosed() {
        server.close();
    }

    private void registered(@Nullable String email, boolean consent) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("patientId", PATIENT);
        values.put("birthDate", "1990-06-02");
        values.put("email", email);
        values.put("language", "de-AT");
        values.put("contactConsent", consent);
        events.publish(
                new GenericDomainEventMessage<>("Patient", PATIENT, 0, Samples.of(PatientRegistered.class, values)));
    }

    private ContactCorrected corrected(String email) {
        ContactCorrected corrected = Samples.of(
                ContactCorrected.class, Map.of("patientId", PATIENT, "email", email, "contactConsent", true));
        events.publish(new GenericDomainEventMessage<>("Patient", PATIENT, 1, corrected));
        return corrected;
    }

    private static OffsetDateTime fromNow(Duration duration) {
        return Instant.now().plus(duration).atOffset(ZoneOffset.UTC);
    }

    private MessageRequested requested(Duration useful) {
        facts++;
        return new MessageRequested(
                Histories.PATHWAY,
                "fact-" + facts,
                fromNow(Duration.ZERO),
                "T-12",
                "case-1",
                MessageKind.FASTING_REMINDER,
                null,
                fromNow(Duration.ofHours(-1)),
                fromNow(useful));
    }

    private OutboxMessage handled(Object event, String id) {
        try {
            automation.handle(GenericEventMessage.asEventMessage(event));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return outbox.find(id).orElseThrow();
    }

    private OutboxMessage requestedNow() {
        MessageRequested asked = requested(Duration.ofHours(12));
        return handled(asked, asked.factId());
    }

    private Delivery delivery() {
        return new Delivery(outbox, new SmtpMailServer(MailSettings.of("127.0.0.1", server.port())), dispatch);
    }

    private MessageState state(OutboxMessage message) {
        return outbox.find(message.id()).orElseThrow().state();
    }

    private void pauseIsOver() {
        postgres.ownerJdbc()
                .sql("UPDATE messages.message SET try_at = clock_timestamp()")
                .update();
    }

    @Test
    void aMessageIsWrittenInThePatientsLanguageSentOnceAndToldOnce() {
        registered(ADDRESS, true);
        MessageRequested asked = requested(Duration.ofHours(12));
        OutboxMessage message = handled(asked, asked.factId());
        assertThat(handled(asked, asked.factId())).as("handled again").isEqualTo(message);
        Letter letter = outbox.letter(message.id()).orElseThrow();
        assertThat(letter.address()).isEqualTo(ADDRESS);
        assertThat(letter.subject()).isEqualTo("Ihr Termin morgen");
        assertThat(letter.text()).contains("Surgical Center");

        Delivery delivery = delivery();
        assertThat(delivery.send()).isOne();
        assertThat(delivery.send()).isZero();
        assertThat(server.taken()).isOne();
        assertThat(state(message)).isEqualTo(MessageState.SENT);
        assertThat(delivery.tell()).isOne();
        assertThat(delivery.tell()).isZero();
        assertThat(told).singleElement().satisfies(outcome -> {
            assertThat(outcome.messageId()).isEqualTo(asked.factId());
            assertThat(outcome.reason()).isNull();
        });
    }

    @Test
    void neitherAddressNorTextIsInTheDatabaseAsItWasTypedAndAnErasureTakesThemAway() {
        registered(ADDRESS, true);
        OutboxMessage message = requestedNow();
        byte[] sealed = postgres.ownerJdbc()
                .sql("SELECT sealed FROM messages.message")
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("maria", "Termin");

        keys.destroy(PATIENT);
        assertThat(outbox.letter(message.id())).isEmpty();
        delivery().send();
        assertThat(server.taken()).isZero();
        assertThat(state(message)).isEqualTo(MessageState.NO_ADDRESS);
        assertThat(state(requestedNow())).as("asked for after the erasure").isEqualTo(MessageState.NO_ADDRESS);
    }

    @Test
    void whoDoesNotAgreeToBeContactedGetsNothing() {
        registered(ADDRESS, false);
        OutboxMessage message = requestedNow();
        assertThat(message.state()).isEqualTo(MessageState.NO_CONSENT);
        assertThat(outbox.letter(message.id())).isEmpty();
        assertThat(delivery().send()).isZero();
        delivery().tell();
        assertThat(told).extracting(RecordMessageOutcome::reason).containsExactly(MessageFailure.NO_CONSENT);
    }

    @Test
    void whoHasNoAddressGetsNothingUntilThereIsOne() {
        registered(null, true);
        OutboxMessage message = requestedNow();
        assertThat(message.state()).isEqualTo(MessageState.NO_ADDRESS);
        handled(corrected("new@example.org"), message.id());
        assertThat(state(message)).isEqualTo(MessageState.WAITING);
    }

    @Test
    void aRefusedAddressIsToldAndACorrectedOneIsTriedAtOnce() {
        registered(ADDRESS, true);
        OutboxMessage message = requestedNow();
        server.answering("RCPT", "550 5.1.1 <" + ADDRESS + "> unknown");
        Delivery delivery = delivery();
        delivery.send();
        delivery.tell();
        assertThat(state(message)).isEqualTo(MessageState.REFUSED);
        assertThat(state(message).isDead()).isTrue();
        assertThat(outbox.attempts(message.id())).extracting(Attempt::reply).containsExactly("550 5.1.1");

        server.answering("RCPT", "250 ok");
        handled(corrected("right@example.org"), message.id());
        assertThat(outbox.letter(message.id()).orElseThrow().address()).isEqualTo("right@example.org");
        delivery.send();
        delivery.tell();
        assertThat(state(message)).isEqualTo(MessageState.SENT);
        assertThat(told).extracting(RecordMessageOutcome::reason).containsExactly(MessageFailure.REFUSED, null);
    }

    @Test
    void aServerThatIsBusyIsAskedAfterPausesAndInTheEndGivenUp() {
        registered(ADDRESS, true);
        OutboxMessage message = requestedNow();
        server.answering("RCPT", "451 4.3.0 later");
        Delivery delivery = delivery();
        for (int attempt = 1; attempt <= Delivery.MOST_ATTEMPTS; attempt++) {
            assertThat(state(message)).isEqualTo(MessageState.WAITING);
            assertThat(delivery.send()).as("attempt " + attempt).isOne();
            assertThat(delivery.send()).as("within the pause").isZero();
            pauseIsOver();
        }
        assertThat(state(message)).isEqualTo(MessageState.GIVEN_UP);
        assertThat(outbox.attempts(message.id())).hasSize(Delivery.MOST_ATTEMPTS);

        // An operator sends it again.
        server.answering("RCPT", "250 ok");
        assertThat(resending.again(outbox.find(message.id()).orElseThrow())).isTrue();
        delivery.send();
        assertThat(state(message)).isEqualTo(MessageState.SENT);
        assertThat(resending.again(outbox.find(message.id()).orElseThrow()))
                .as("what has arrived is not sent again")
                .isFalse();
    }

    @Test
    void pausesGrowToTheLongest() {
        assertThat(Delivery.pause(1)).isEqualTo(Delivery.SHORTEST_PAUSE);
        assertThat(Delivery.pause(2)).isEqualTo(Delivery.SHORTEST_PAUSE.multipliedBy(2));
        assertThat(Delivery.pause(Delivery.MOST_ATTEMPTS)).isEqualTo(Delivery.LONGEST_PAUSE);
        assertThat(Delivery.pause(1_000)).isEqualTo(Delivery.LONGEST_PAUSE);
    }

    @Test
    void whatIsOfNoUseAnyMoreIsNotSent() {
        registered(ADDRESS, true);
        MessageRequested asked = requested(Duration.ofSeconds(-1));
        OutboxMessage message = handled(asked, asked.factId());
        delivery().send();
        assertThat(server.taken()).isZero();
        assertThat(state(message)).isEqualTo(MessageState.TOO_LATE);
    }

    /** A node that dies between the server's answer and the note of it sends twice rather than never. */
    @Test
    void aNodeThatDiesWhileItSendsLeavesTheMessageToAnother() {
        registered(ADDRESS, true);
        OutboxMessage message = requestedNow();
        assertThat(outbox.lease(10, Duration.ofMinutes(1))).hasSize(1);
        assertThat(delivery().send()).as("leased by the other one").isZero();
        postgres.ownerJdbc()
                .sql("UPDATE messages.message SET leased_until = clock_timestamp()")
                .update();
        assertThat(delivery().send()).isOne();
        assertThat(state(message)).isEqualTo(MessageState.SENT);
    }

    private TaskEscalated escalated(Duration ago) {
        return new TaskEscalated(
                Histories.PATHWAY,
                "escalation-1",
                fromNow(ago.negated()),
                "T-17",
                "case-1",
                1,
                Role.AFTERCARE_NURSE,
                "After-care nurse, lead",
                fromNow(ago.negated()));
    }

    @Test
    void anEscalationGoesToThoseOfTheRoleWhoSubscribed() {
        subscriptions.set("nurse-1", List.of(Role.AFTERCARE_NURSE));
        subscriptions.set("surgeon-1", List.of(Role.SURGEON));
        OutboxMessage message = handled(escalated(Duration.ofMinutes(1)), "escalation-1.nurse-1");
        assertThat(outbox.newest(null, null, 10)).containsExactly(message);
        Letter letter = outbox.letter(message.id()).orElseThrow();
        assertThat(letter.address()).isEqualTo("nurse-1@centre.example");
        assertThat(letter.text()).contains("T-17", "https://crossface.example/pathways/" + Histories.PATHWAY);

        delivery().send();
        assertThat(state(message)).isEqualTo(MessageState.SENT);
        assertThat(delivery().tell()).as("the pathway knows who had to be told").isZero();

        subscriptions.set("nurse-1", List.of());
        assertThat(subscriptions.subscribers(Role.AFTERCARE_NURSE)).isEmpty();
        assertThat(subscriptions.of("surgeon-1")).containsExactly(Role.SURGEON);
    }

    @Test
    void nobodyIsWrittenToAboutAnEscalationOfLongAgo() throws Exception {
        subscriptions.set("nurse-1", List.of(Role.AFTERCARE_NURSE));
        automation.handle(GenericEventMessage.asEventMessage(escalated(Duration.ofDays(30))));
        assertThat(outbox.newest(null, null, 10)).isEmpty();
    }

    @Test
    void theOutboxIsListedByStateAndSurgeryCentre() {
        registered(ADDRESS, true);
        OutboxMessage one = requestedNow();
        OutboxMessage two = requestedNow();
        assertThat(outbox.newest(null, null, 10)).containsExactly(two, one);
        assertThat(outbox.newest(null, null, 1)).containsExactly(two);
        assertThat(outbox.newest(MessageState.SENT, null, 10)).isEmpty();
        assertThat(outbox.newest(null, List.of("site-elsewhere"), 10)).isEmpty();
        assertThat(outbox.counts(List.of(Histories.SITE))).isEqualTo(Map.of(MessageState.WAITING, 2L));
        assertThat(outbox.counts(List.of("site-elsewhere"))).isEmpty();
    }
}
