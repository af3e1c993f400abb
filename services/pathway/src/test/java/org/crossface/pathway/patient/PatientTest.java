package org.crossface.pathway.patient;

import static org.crossface.pathway.Histories.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Refused;
import org.crossface.pathway.policy.Policy;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatientTest {

    private static final OffsetDateTime NOW = time("2024-11-01T09:00");

    @Test
    void aMinorIsRegisteredWithTheRepresentative() {
        fixture()
                .givenNoPriorActivity()
                .when(register(LocalDate.of(2010, 5, 1), "Parent", RepresentativeRelation.PARENT), asCoordinator())
                .expectEvents(
                        registered(LocalDate.of(2010, 5, 1)),
                        new RepresentativeNamed(
                                "patient-9", "id-2", NOW, "Parent", RepresentativeRelation.PARENT, null));
    }

    @Test
    void aPersonIsRegisteredOnce() {
        fixture()
                .given(registered(LocalDate.of(1990, 6, 2)))
                .when(register(LocalDate.of(1990, 6, 2), null, null), asCoordinator())
                .expectException(Refused.by("SEQ-PATIENT"));
    }

    @Test
    void aBirthTomorrowIsRefusedAndABirthTodayPasses() {
        fixture()
                .givenNoPriorActivity()
                .when(register(LocalDate.of(2024, 11, 2), null, null), asCoordinator())
                .expectException(Refused.by("SEQ-BIRTH-DATE", "birthDate"));
        fixture()
                .givenNoPriorActivity()
                .when(register(LocalDate.of(2024, 11, 1), null, null), asCoordinator())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aRepresentativeWithoutRelationIsRefused() {
        fixture()
                .givenNoPriorActivity()
                .when(register(LocalDate.of(2010, 5, 1), "Parent", null), asCoordinator())
                .expectException(Refused.by("SEQ-REPRESENTATIVE"));
    }

    @Test
    void nothingIsArrangedAfterDeath() {
        fixture()
                .given(
                        registered(LocalDate.of(1990, 6, 2)),
                        new DeathRecorded("patient-9", "f", NOW, LocalDate.of(2024, 10, 31), DeathReport.FAMILY))
                .when(
                        new NameRepresentative("patient-9", NOW, "Parent", RepresentativeRelation.PARENT, null),
                        asCoordinator())
                .expectException(Refused.by("INV-56"));
    }

    @Test
    void nothingIsRecordedOfAnErasedPerson() {
        fixture()
                .given(
                        registered(LocalDate.of(1990, 6, 2)),
                        new SubjectErased("patient-9", "f", NOW, ErasureBasis.PATIENT_REQUEST))
                .when(
                        new NameRepresentative("patient-9", NOW, "Parent", RepresentativeRelation.PARENT, null),
                        asCoordinator())
                .expectException(Refused.by("SEQ-ERASED"));
    }

    private static Map<String, String> asCoordinator() {
        return PathwayFixture.as(Role.SURGICAL_COORDINATOR);
    }

    private static PatientRegistered registered(LocalDate birthDate) {
        return new PatientRegistered(
                "patient-9",
                "id-1",
                NOW,
                "Family",
                "Given",
                birthDate,
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

    private static RegisterPatient register(
            LocalDate birthDate, @Nullable String representative, @Nullable RepresentativeRelation relation) {
        return new RegisterPatient(
                "patient-9",
                NOW,
                "Family",
                "Given",
                birthDate,
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
                true,
                representative,
                relation,
                null);
    }

    private static AggregateTestFixture<Patient> fixture() {
        AggregateTestFixture<Patient> fixture = new AggregateTestFixture<>(Patient.class);
        AtomicInteger ids = new AtomicInteger();
        fixture.registerParameterResolverFactory(new CircumstancesResolver(
                Clock.fixed(NOW.toInstant(), ZoneOffset.UTC),
                instant -> Policy.defaults(),
                new PathwayFixture.KnownReference(),
                new PathwayFixture.FreeReservations(),
                () -> "id-" + ids.incrementAndGet()));
        return fixture;
    }
}
