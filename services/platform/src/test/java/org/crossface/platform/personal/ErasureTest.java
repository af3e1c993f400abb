package org.crossface.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializationException;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.crossface.platform.documents.DocumentVault;
import org.crossface.platform.documents.PostgresDocumentVault;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept about a person is nowhere readable in the database, and nowhere at all once the person's key is destroyed. */
class ErasureTest {

    private static final String CANARY = "Zebulon-Kanarienvogel";
    private static final String PATIENT = "patient-1";

    record Contact(@Personal String name, @Harmless String relation) {}

    @EventName("test.admitted")
    record Admitted(
            @Harmless String pathway,
            @Personal String name,
            @Personal @Nullable LocalDate born,
            @Personal @Nullable List<String> notes,
            List<Contact> contacts,
            Map<String, Contact> byKind,
            Optional<Contact> escort,
            double weight) {}

    @EventName("test.plain")
    record Plain(@Harmless String pathway) {}

    private final TestPostgres postgres = TestPostgres.with();
    private final TestEventStore store = TestEventStore.on(postgres, EventNames.of(Admitted.class, Plain.class));
    private final DocumentVault vault = new PostgresDocumentVault(
            postgres.serverJdbc(), store.keys(), () -> UUID.randomUUID().toString(), Clock.systemUTC());

    @AfterEach
    void close() {
        store.close();
        postgres.close();
    }

    private static Admitted admitted() {
        return new Admitted(
                "pathway-1",
                CANARY,
                LocalDate.of(1980, 1, 2),
                List.of("likes " + CANARY),
                List.of(new Contact(CANARY, "mother"), new Contact(CANARY, "neighbour")),
                Map.of("first", new Contact(CANARY, "brother")),
                Optional.of(new Contact(CANARY, "driver")),
                70.50);
    }

    private Object read(String stream) {
        return store.engine().readEvents(stream).next().getPayload();
    }

    private List<String> storedText() {
        return postgres.serverJdbc()
                .sql("SELECT payload::text || metadata::text FROM eventstore.event ORDER BY position")
                .query(String.class)
                .list();
    }

    @Test
    void theSearchForTheCanaryFindsWhatIsReadable() {
        store.append("Pathway", "p", PATIENT, new Plain(CANARY));
        postgres.serverJdbc()
                .sql("INSERT INTO subjectkeys.subject_key (key_id, subject_id, wrapped) VALUES ('k', 's', ?)")
                .param(CANARY.getBytes(StandardCharsets.UTF_8))
                .update();
        assertThat(postgres.placesOf(CANARY)).contains("eventstore.event.payload", "subjectkeys.subject_key.wrapped");
    }

    @Test
    void readsBackWhatWasAppendedAndStoresNoneOfItReadable() {
        store.append("Pathway", "p", PATIENT, admitted());
        assertThat(read("p")).isEqualTo(admitted());
        assertThat(postgres.placesOf(CANARY)).isEmpty();
        assertThat(storedText().getFirst())
                .contains("\"pathway\":\"pathway-1\"", "\"relation\":\"mother\"", "\"weight\":70.5")
                .doesNotContain("1980");
    }

    @Test
    void leavesNothingOfAnErasedPersonAndNoByteOfTheEventsChanged() {
        store.append("Pathway", "p", PATIENT, admitted());
        store.append("Pathway", "other", "patient-2", admitted());
        store.engine().storeSnapshot(new GenericDomainEventMessage<>("Pathway", "p", 0, admitted()));
        assertThat(store.engine().readSnapshot("p")).isPresent();
        byte[] refusal = store.keys().seal(PATIENT, "refusal/1", CANARY.getBytes(StandardCharsets.UTF_8));
        DocumentVault.Kept kept = vault.keep(PATIENT, "text/plain", CANARY.getBytes(StandardCharsets.UTF_8));
        List<String> before = storedText();

        store.keys().destroy(PATIENT);

        assertThat(storedText()).isEqualTo(before);
        assertThat(postgres.placesOf(CANARY)).isEmpty();
        assertThat(read("p"))
                .isEqualTo(new Admitted(
                        "pathway-1",
                        Personal.ERASED,
                        null,
                        null,
                        List.of(new Contact(Personal.ERASED, "mother"), new Contact(Personal.ERASED, "neighbour")),
                        Map.of("first", new Contact(Personal.ERASED, "brother")),
                        Optional.of(new Contact(Personal.ERASED, "driver")),
                        70.5));
        assertThat(store.engine().readEvents(null, false).map(EventMessage::getPayload))
                .first()
                .isEqualTo(read("p"));
        assertThat(store.engine().readSnapshot("p")).isEmpty();
        assertThat(store.keys().open("refusal/1", refusal)).isEmpty();
        assertThat(vault.read(kept.id())).isEmpty();
        assertThat(read("other")).isEqualTo(admitted());
        assertThatThrownBy(() -> store.append("Pathway", "p", PATIENT, admitted()))
                .isInstanceOf(SubjectErased.class);
        store.append("Pathway", "p", PATIENT, new Plain("pathway-1"));
    }

    @Test
    void otherNodeForgetsTheKeyInTime() {
        SubjectKeys otherNode =
                new SubjectKeys(postgres.serverJdbc(), TestEventStore.keyEncryptionKey(), Duration.ZERO);
        byte[] sealed = otherNode.seal(PATIENT, "c", new byte[] {1});
        assertThat(otherNode.open("c", sealed)).contains(new byte[] {1});
        store.keys().destroy(PATIENT);
        assertThat(otherNode.open("c", sealed)).isEmpty();
        assertThat(store.keys().erased(PATIENT)).isTrue();
        assertThat(store.keys().erased("patient-2")).isFalse();
    }

    @Test
    void refusesPersonalComponentsOfNobody() {
        assertThatThrownBy(() -> store.append("Pathway", "p", Map.of(), admitted()))
                .isInstanceOf(PersonalFields.SubjectMissing.class);
        assertThat(store.engine().lastSequenceNumberFor("p")).isEmpty();
    }

    @Test
    void readsNothingThatWasMovedOrAltered() {
        store.append("Pathway", "p", PATIENT, admitted());
        store.append("Pathway", "q", PATIENT, admitted());
        DomainEventMessage<?> first = store.engine().readEvents("p").next();
        postgres.ownerJdbc()
                .sql(
                        "UPDATE eventstore.event SET payload = (SELECT payload FROM eventstore.event WHERE aggregate_id = 'p')"
                                + " WHERE aggregate_id = 'q'")
                .update();
        assertThat(first.getPayload()).isEqualTo(admitted());
        assertThatThrownBy(() -> read("q")).isInstanceOf(SerializationException.class);
        byte[] sealed = store.keys().seal(PATIENT, "refusal/1", new byte[] {1, 2});
        assertThatThrownBy(() -> store.keys().open("refusal/2", sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> store.keys().open("refusal/1", new byte[] {1})).isInstanceOf(SealBroken.class);
    }

    @Test
    void usesOneKeyForAPatientAndKeepsTheOrderOfTheComponents() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            store.append("Pathway", "p", PATIENT, admitted());
            keys.add(postgres.serverJdbc()
                    .sql("SELECT payload -> 'name' ->> 'k' FROM eventstore.event ORDER BY position DESC LIMIT 1")
                    .query(String.class)
                    .single());
        }
        assertThat(keys.getFirst()).isEqualTo(keys.getLast());
        assertThat(storedText().getFirst())
                .matches(
                        "\\{\"pathway\":\"pathway-1\",\"name\":\\{\"\\$p\":1,\"k\":\"[0-9a-f-]{36}\",\"t\":\"text\",\"c\":\"[A-Za-z0-9+/=]+\"}.*");
    }

    @Test
    void refusesAClassWithoutName() {
        assertThatThrownBy(() -> store.append("Pathway", "p", PATIENT, new Contact("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@EventName");
    }

    @Test
    void documentsComeBackByteForByte() {
        byte[] content = {0, 1, 2, (byte) 255};
        DocumentVault.Kept kept = vault.keep(PATIENT, "application/fhir+json", content);
        assertThat(kept.sha256()).isEqualTo("3d1f57c984978ef98a18378c8166c1cb8ede02c03eeb6aee7e2f121dfeee3e56");
        assertThat(vault.read(kept.id())).hasValueSatisfying(document -> {
            assertThat(document.content()).isEqualTo(content);
            assertThat(document.mediaType()).isEqualTo("application/fhir+json");
            assertThat(document.kept()).isEqualTo(kept);
        });
        assertThat(vault.read("none")).isEmpty();
    }
}
