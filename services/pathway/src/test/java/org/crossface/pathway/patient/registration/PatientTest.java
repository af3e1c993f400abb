package org.crossface.pathway.patient.registration;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.crossface.pathway.patient.DeathRecorded;
import org.crossface.pathway.patient.DeathReport;
import org.crossface.pathway.patient.ErasureBasis;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.patient.PatientShared;
import org.crossface.pathway.patient.PatientSharingEnded;
import org.crossface.pathway.patient.PatientTakenOn;
import org.crossface.pathway.patient.RepresentativeNamed;
import org.crossface.pathway.patient.RepresentativeRelation;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.patient.SharingConsent;
import org.crossface.pathway.patient.SharingEnd;
import org.crossface.pathway.patient.SubjectErased;
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
                .when(register("2010-05-01", "Parent", RepresentativeRelation.PARENT), asCoordinator())
                .expectEvents(
                        registered("2010-05-01"),
                        new PatientTakenOn("patient-9", "id-2", NOW, "site-bayview"),
                        new RepresentativeNamed(
                                "patient-9", "id-3", NOW, "Parent", RepresentativeRelation.PARENT, null));
    }

    @Test
    void aPersonIsRegisteredOnce() {
        fixture()
                .given(registered("1990-06-02"))
                .when(register("1990-06-02", null, null), asCoordinator())
                .expectException(Refused.by("SEQ-PATIENT"));
    }

    @Test
    void aBirthTomorrowIsRefusedAndABirthTodayPasses() {
        fixture()
                .givenNoPriorActivity()
                .when(register("2024-11-02", null, null), asCoordinator())
                .expectException(Refused.by("SEQ-BIRTH-DATE", "birthDate"));
        fixture()
                .givenNoPriorActivity()
                .when(register("2024-11-01", null, null), asCoordinator())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aBirthDateIsKeptAsFarAsItIsKnownAndRefusedWhereItIsNone() {
        fixture()
                .givenNoPriorActivity()
                .when(register("1990", null, null), asCoordinator())
                .expectEvents(registered("1990"), new PatientTakenOn("patient-9", "id-2", NOW, "site-bayview"));
        for (String wrong : List.of("1990-13", "1990-02-30", "06/02/1990", "1879", "2025")) {
            fixture()
                    .givenNoPriorActivity()
                    .when(register(wrong, null, null), asCoordinator())
                    .expectException(Refused.by("SEQ-BIRTH-DATE", "birthDate"));
        }
    }

    @Test
    void aRepresentativeWithoutRelationIsRefused() {
        fixture()
                .givenNoPriorActivity()
                .when(register("2010-05-01", "Parent", null), asCoordinator())
                .expectException(Refused.by("SEQ-REPRESENTATIVE"));
    }

    @Test
    void nothingIsArrangedAfterDeath() {
        fixture()
                .given(
                        registered("1990-06-02"),
                        new DeathRecorded("patient-9", "f", NOW, LocalDate.of(2024, 10, 31), DeathReport.FAMILY))
                .when(
                        new NameRepresentative("patient-9", NOW, "Parent", RepresentativeRelation.PARENT, null),
                        asCoordinator())
                .expectException(Refused.by("INV-56"));
    }

    @Test
    void nothingIsRecordedOfAnErasedPerson() {
        fixture()
                .given(registered("1990-06-02"), new SubjectErased("patient-9", "f", NOW, ErasureBasis.PATIENT_REQUEST))
                .when(
                        new NameRepresentative("patient-9", NOW, "Parent", RepresentativeRelation.PARENT, null),
                        asCoordinator())
                .expectException(Refused.by("SEQ-ERASED"));
    }

    @Test
    void aPersonIsTakenOnByASurgeryCentreThatExists() {
        fixture()
                .givenNoPriorActivity()
                .when(registerAt("site-nowhere"), asCoordinator())
                .expectException(Refused.by("REF-SITE", "siteId"));
    }

    @Test
    void aPatientIsSharedWithConsentOnceWithEachOtherCentre() {
        fixture()
                .given(registered("1990-06-02"), TAKEN_ON)
                .when(share("site-lakeside", LocalDate.of(2024, 11, 1), SharingConsent.PATIENT), asCoordinator())
                .expectEvents(new PatientShared(
                        "patient-9",
                        "id-1",
                        NOW,
                        "site-lakeside",
                        LocalDate.of(2024, 11, 1),
                        SharingConsent.PATIENT,
                        "Lives closer to that centre"));
        fixture()
                .given(registered("1990-06-02"), TAKEN_ON, SHARED)
                .when(share("site-lakeside", LocalDate.of(2024, 11, 1), SharingConsent.PATIENT), asCoordinator())
                .expectException(Refused.by("SEQ-SHARING", "siteId"));
        fixture()
                .given(registered("1990-06-02"), TAKEN_ON)
                .when(share("site-bayview", LocalDate.of(2024, 11, 1), SharingConsent.PATIENT), asCoordinator())
                .expectException(Refused.by("SEQ-SHARING", "siteId"));
        fixture()
                .given(registered("1990-06-02"), TAKEN_ON)
                .when(share("site-nowhere", LocalDate.of(2024, 11, 1), SharingConsent.PATIENT), asCoordinator())
                .expectException(Refused.by("REF-SITE", "siteId"));
    }

    @Test
    void consentToSharingIsGivenBeforeAndByAPersonWhoIsKnown() {
        fixture()
                .given(registered("1990-06-02"), TAKEN_ON)
                .when(share("site-lakeside", LocalDate.of(2024, 11, 3), SharingConsent.PATIENT), asCoordinator())
                .expectException(Refused.by("SEQ-SHARING-CONSENT", "consentedOn"));
        fixture()
                .given(registered("1990-06-02"), TAKEN_ON)
                .when(share("site-lakeside", LocalDate.of(2024, 11, 1), SharingConsent.REPRESENTATIVE), asCoordinator())
                .expectException(Refused.by("SEQ-SHARING-CONSENT", "consentBy"));
        fixture()
                .given(
                        registered("1990-06-02"),
                        TAKEN_ON,
                        new RepresentativeNamed("patient-9", "f", NOW, "Parent", RepresentativeRelation.PARENT, null))
                .when(share("site-lakeside", LocalDate.of(2024, 11, 1), SharingConsent.REPRESENTATIVE), asCoordinator())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void onlyASharingThatIsInForceIsEnded() {
        EndPatientSharing end = new EndPatientSharing("patient-9", NOW, "site-lakeside", SharingEnd.CONSENT_WITHDRAWN);
        fixture()
                .given(registered("1990-06-02"), TAKEN_ON, SHARED)
                .when(end, asCoordinator())
                .expectEvents(new PatientSharingEnded(
                        "patient-9", "id-1", NOW, "site-lakeside", SharingEnd.CONSENT_WITHDRAWN));
        fixture()
                .given(registered("1990-06-02"), TAKEN_ON)
                .when(end, asCoordinator())
                .expectException(Refused.by("SEQ-SHARING", "siteId"));
    }

    @Test
    void whoGivesACommandNeedsTheSitesThatItReaches() {
        assertThat(share("site-lakeside", LocalDate.of(2024, 11, 1), SharingConsent.PATIENT)
                        .sitesNeeded())
                .isEqualTo(SitesNeeded.HOME);
        assertThat(new EraseSubject("patient-9", NOW, ErasureBasis.PATIENT_REQUEST, null).sitesNeeded())
                .isEqualTo(SitesNeeded.ALL);
        assertThat(new RecordDeath("patient-9", NOW, LocalDate.of(2024, 11, 1), DeathReport.FAMILY).sitesNeeded())
                .isEqualTo(SitesNeeded.ANY);
    }

    private static final PatientTakenOn TAKEN_ON = new PatientTakenOn("patient-9", "f-1", NOW, "site-bayview");

    private static final PatientShared SHARED = new PatientShared(
            "patient-9",
            "f-2",
            NOW,
            "site-lakeside",
            LocalDate.of(2024, 10, 30),
            SharingConsent.PATIENT,
            "Lives closer to that centre");

    private static SharePatient share(String site, LocalDate consentedOn, SharingConsent by) {
        return new SharePatient("patient-9", NOW, site, consentedOn, by, "Lives closer to that centre");
    }

    private static RegisterPatient registerAt(String site) {
        RegisterPatient usual = register("1990-06-02", null, null);
        return new RegisterPatient(
                usual.patientId(),
                usual.occurredAt(),
                usual.familyName(),
                usual.givenNames(),
                usual.birthDate(),
                usual.sex(),
                usual.phone(),
                usual.email(),
                usual.street(),
                usual.city(),
                usual.region(),
                usual.postalCode(),
                usual.country(),
                usual.language(),
                usual.interpreterNeeded(),
                usual.timeZone(),
                usual.identifiers(),
                usual.contactConsent(),
                null,
                null,
                null,
                site,
                null);
    }

    private static Map<String, String> asCoordinator() {
        return PathwayFixture.as(Role.SURGICAL_COORDINATOR);
    }

    private static PatientRegistered registered(String birthDate) {
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
            String birthDate, @Nullable String representative, @Nullable RepresentativeRelation relation) {
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
                null,
                "site-bayview",
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
