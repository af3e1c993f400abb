package org.crossface.pathway.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Histories.time;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.crossface.pathway.patient.DeathRecorded;
import org.crossface.pathway.patient.DeathReport;
import org.crossface.pathway.patient.ErasureBasis;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.patient.PatientShared;
import org.crossface.pathway.patient.PatientSharingEnded;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.patient.PatientTakenOn;
import org.crossface.pathway.patient.RepresentativeNamed;
import org.crossface.pathway.patient.RepresentativeRelation;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.patient.SharingConsent;
import org.crossface.pathway.patient.SharingEnd;
import org.crossface.pathway.patient.SubjectErased;
import org.crossface.pathway.reference.ReferenceData.KnownPatient;
import org.crossface.pathway.reference.ReferenceData.SiteKind;
import org.crossface.pathway.surgery.vocabulary.CouplerSize;
import org.crossface.pathway.surgery.vocabulary.EquipmentKind;
import org.crossface.pathway.vocabulary.PartialDate;
import org.crossface.pathway.vocabulary.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventSourcedReferenceDataTest {

    private static final OffsetDateTime NOW = time("2024-11-05T09:00");

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final ReferenceData reference =
            new EventSourcedReferenceData(store, id -> Optional.empty(), id -> List.of());

    @AfterEach
    void shutDown() {
        store.shutDown();
    }

    @Test
    void aChangeIsSeenAtTheNextLookUp() {
        assertThat(reference.site("site-1")).isEmpty();
        publish(
                "site-1",
                0,
                new SiteRegistered(
                        "site-1",
                        NOW,
                        "Bayview",
                        "org-center",
                        SiteKind.SURGERY_CENTER,
                        "America/Los_Angeles",
                        List.of("OR-1"),
                        List.of(Stage.ONE)));
        assertThat(reference.site("site-1").orElseThrow().rooms()).containsExactly("OR-1");
        publish(
                "site-1",
                1,
                new SiteChanged(
                        "site-1",
                        NOW,
                        "Bayview",
                        "org-center",
                        SiteKind.HOSPITAL,
                        "America/Los_Angeles",
                        List.of("OR-1", "OR-2"),
                        List.of(Stage.ONE, Stage.TWO)));
        assertThat(reference.site("site-1").orElseThrow().rooms()).containsExactlyInAnyOrder("OR-1", "OR-2");
        assertThat(reference.site("site-1").orElseThrow().kind()).isEqualTo(SiteKind.HOSPITAL);
    }

    @Test
    void practitionersAndFacilitiesAreFound() {
        publish(
                "surgeon-1",
                0,
                new PractitionerRegistered(
                        "surgeon-1", NOW, "A surgeon", "org-practice", List.of(Stage.TWO), LocalDate.of(2030, 1, 1)));
        publish("facility-1", 0, new FacilityRegistered("facility-1", NOW, "Harbor", "America/Los_Angeles", 6, true));
        assertThat(reference.practitioner("surgeon-1").orElseThrow().privileges())
                .containsExactly(Stage.TWO);
        assertThat(reference.facility("facility-1").orElseThrow().flapCapable()).isTrue();
    }

    @Test
    void aDeviceServesUntilItIsRetiredAndACardStandsUntilTheNext() {
        publish(
                "device-1",
                0,
                new DeviceRegistered("device-1", NOW, "site-1", EquipmentKind.MICROSCOPE, "Microscope 1", "SN-1"));
        assertThat(reference.device("device-1").orElseThrow().servesAt(NOW.plusYears(1)))
                .isTrue();
        publish("device-1", 1, new DeviceRetired("device-1", NOW.plusDays(1)));
        assertThat(reference.device("device-1").orElseThrow().servesAt(NOW)).isTrue();
        assertThat(reference.device("device-1").orElseThrow().servesAt(NOW.plusDays(1)))
                .isFalse();
        assertThat(reference.device("device-2")).isEmpty();
        publish(
                "surgeon-1",
                0,
                new PreferenceCardSet(
                        "surgeon-1", NOW, Stage.TWO, List.of("device-1"), List.of(CouplerSize.MM_2_5), List.of()));
        publish(
                "surgeon-1",
                1,
                new PreferenceCardSet("surgeon-1", NOW, Stage.TWO, List.of(), List.of(), List.of("surgeon-2")));
        assertThat(reference.preferenceCards("surgeon-1"))
                .containsExactly(Map.entry(
                        Stage.TWO, new ReferenceData.PreferenceCard(List.of(), List.of(), List.of("surgeon-2"))));
    }

    @Test
    void aPatientIsKnownUntilErased() {
        publish(
                "patient-9",
                0,
                new PatientRegistered(
                        "patient-9",
                        "f1",
                        NOW,
                        "Family",
                        "Given",
                        "2010-05-01",
                        Sex.FEMALE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "en-US",
                        true,
                        "America/Los_Angeles",
                        List.of(),
                        true));
        assertThat(reference.patient("patient-9"))
                .contains(new KnownPatient(
                        "patient-9",
                        PartialDate.of(LocalDate.of(2010, 5, 1)),
                        true,
                        false,
                        false,
                        "America/Los_Angeles"));
        assertThat(reference.sitesOfPatient("patient-9")).contains(PatientSites.NONE);
        assertThat(reference.sitesOfPatient("patient-8")).isEmpty();
        publish(
                "patient-9",
                1,
                new RepresentativeNamed("patient-9", "f2", NOW, "Parent", RepresentativeRelation.PARENT, null));
        assertThat(reference.patient("patient-9").orElseThrow().representativeKnown())
                .isTrue();
        publish(
                "patient-9",
                2,
                new DeathRecorded("patient-9", "f3", NOW, LocalDate.of(2024, 11, 4), DeathReport.FAMILY));
        assertThat(reference.patient("patient-9").orElseThrow().deceased()).isTrue();
        publish("patient-9", 3, new SubjectErased("patient-9", "f4", NOW, ErasureBasis.PATIENT_REQUEST));
        assertThat(reference.patient("patient-9")).isEmpty();
        assertThat(reference.sitesOfPatient("patient-9")).isPresent();
    }

    @Test
    void theCentresThatKnowAPatientAreTheHomeAndThoseThatThePatientIsSharedWith() {
        publish("patient-7", 0, new PatientTakenOn("patient-7", "f1", NOW, "site-bayview"));
        publish("patient-7", 1, shared("site-lakeside"));
        publish("patient-7", 2, shared("site-hillside"));
        assertThat(reference.sitesOfPatient("patient-7").orElseThrow().all())
                .containsExactly("site-bayview", "site-hillside", "site-lakeside");
        publish(
                "patient-7",
                3,
                new PatientSharingEnded("patient-7", "f4", NOW, "site-lakeside", SharingEnd.CONSENT_WITHDRAWN));
        publish("patient-7", 4, new SubjectErased("patient-7", "f5", NOW, ErasureBasis.PATIENT_REQUEST));
        assertThat(reference.sitesOfPatient("patient-7"))
                .contains(new PatientSites("site-bayview", Set.of("site-hillside")));
    }

    private static PatientShared shared(String site) {
        return new PatientShared(
                "patient-7", "f-" + site, NOW, site, LocalDate.of(2024, 11, 1), SharingConsent.PATIENT, "Lives nearby");
    }

    private void publish(String stream, long sequence, Object event) {
        store.publish(new GenericDomainEventMessage<>("Any", stream, sequence, event));
    }
}
