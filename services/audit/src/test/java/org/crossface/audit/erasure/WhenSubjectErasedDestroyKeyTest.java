package org.crossface.audit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.crossface.pathway.patient.ErasureBasis;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.patient.SubjectErased;
import org.crossface.platform.api.Personal;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Erasure on a real PostgreSQL: from the recorded tombstone to names that nobody can read any more. */
class WhenSubjectErasedDestroyKeyTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2025-01-14T09:00:00-08:00");

    private final TestPostgres postgres = TestPostgres.with();
    private final TestEventStore store = TestEventStore.on(postgres);
    private final WhenSubjectErasedDestroyKey handler = new WhenSubjectErasedDestroyKey(store.keys());
    private final Configuration axon = start();

    /** Before the processor's first start, one person is registered and erased already. */
    private Configuration start() {
        List.of("patient-0", "patient-1", "patient-2")
                .forEach(patient -> store.append("Patient", patient, patient, named(patient)));
        store.append("Patient", "patient-0", "patient-0", tombstone("patient-0"));
        store.configurer().eventProcessing().registerEventHandler(configuration -> handler);
        WhenSubjectErasedDestroyKey.processing().configureModule(store.configurer());
        return store.start();
    }

    @AfterEach
    void close() {
        store.close();
        postgres.close();
    }

    @Test
    void theErasedPersonCanNoLongerBeReadAndTheOtherCan() {
        assertThat(familyName("patient-1")).isEqualTo("Quillfeather");

        store.append("Patient", "patient-1", "patient-1", tombstone("patient-1"));

        await().untilAsserted(() -> assertThat(familyName("patient-1")).isEqualTo(Personal.ERASED));
        assertThat(store.keys().erased("patient-1")).isTrue();
        assertThat(familyName("patient-2")).isEqualTo("Quillfeather");
    }

    @Test
    void anErasureFromBeforeTheFirstStartIsCarriedOut() {
        await().untilAsserted(() -> assertThat(familyName("patient-0")).isEqualTo(Personal.ERASED));
    }

    @Test
    void aRepeatChangesNothing() {
        handler.on(tombstone("patient-1"));
        Instant destroyed = destroyedAt();
        handler.on(tombstone("patient-1"));
        assertThat(destroyedAt()).isEqualTo(destroyed);
    }

    @Test
    void aReplayIsNotForIt() {
        TrackingEventProcessor processor = axon.eventProcessingConfiguration()
                .eventProcessor(WhenSubjectErasedDestroyKey.GROUP, TrackingEventProcessor.class)
                .orElseThrow();
        assertThat(processor.supportsReset()).isFalse();
    }

    private String familyName(String patient) {
        return ((PatientRegistered) axon.eventStore().readEvents(patient).next().getPayload()).familyName();
    }

    private Instant destroyedAt() {
        return postgres.ownerJdbc()
                .sql("SELECT destroyed_at FROM subjectkeys.subject_key WHERE subject_id = 'patient-1'")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static SubjectErased tombstone(String patient) {
        return new SubjectErased(patient, "fact-e", NOW, ErasureBasis.PATIENT_REQUEST);
    }

    private static PatientRegistered named(String patient) {
        return new PatientRegistered(
                patient,
                "fact-r",
                NOW,
                "Quillfeather",
                "Wren",
                "1990-06-02",
                Sex.FEMALE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "en-US",
                false,
                "America/Los_Angeles",
                List.of(),
                true);
    }
}
