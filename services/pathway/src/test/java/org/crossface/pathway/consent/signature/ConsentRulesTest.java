package org.crossface.pathway.consent.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Histories.join;
import static org.crossface.pathway.Histories.time;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Refused;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Signer;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentRulesTest {

    private static final OffsetDateTime SIGNED = time("2024-12-17T11:00");
    private static final LocalDate ADULT_TODAY = LocalDate.of(2006, 12, 17);
    private static final LocalDate ADULT_TOMORROW = LocalDate.of(2006, 12, 18);

    @Test
    void aConsentIsValidForNinetyDays() {
        sign(LocalDate.of(1990, 6, 2), Signer.PATIENT, false)
                .expectState(pathway -> assertThat(pathway.state()
                                .consents()
                                .standing(ConsentType.SURGICAL, Stage.ONE)
                                .orElseThrow()
                                .validUntil())
                        .isEqualTo(LocalDate.of(2025, 3, 17)));
    }

    @Test
    @Tag("INV-16")
    void aMinorsOwnConsentIsRefused() {
        sign(ADULT_TOMORROW, Signer.PATIENT, false).expectException(Refused.by("INV-16", "signer"));
    }

    @Test
    @Tag("INV-16")
    void theConsentOfAPatientWhoIsEighteenTodayPasses() {
        sign(ADULT_TODAY, Signer.PATIENT, false).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-16")
    void aMinorsRepresentativePasses() {
        sign(ADULT_TOMORROW, Signer.REPRESENTATIVE, false).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-16")
    void theRepresentativeOfACompetentAdultIsRefused() {
        sign(ADULT_TODAY, Signer.REPRESENTATIVE, false).expectException(Refused.by("INV-16", "signer"));
    }

    @Test
    @Tag("INV-16")
    void theRepresentativeOfAnAdultWhoCannotDecidePasses() {
        sign(ADULT_TODAY, Signer.REPRESENTATIVE, true).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-16")
    void theOwnConsentOfAnAdultWhoCannotDecideIsRefused() {
        sign(ADULT_TODAY, Signer.PATIENT, true).expectException(Refused.by("INV-16"));
    }

    @Test
    @Tag("INV-17")
    void aConsentSignedAfterSedationIsRefused() {
        obtain(history(LocalDate.of(1990, 6, 2), false), Signer.PATIENT, false, null, true)
                .expectException(Refused.by("INV-17", "afterSedation"));
    }

    @Test
    @Tag("INV-17")
    void aConsentWithoutTheInterpreterWhoIsNeededIsRefused() {
        obtain(history(LocalDate.of(1990, 6, 2), true), Signer.PATIENT, false, null, false)
                .expectException(Refused.by("INV-17", "interpreter"));
    }

    @Test
    @Tag("INV-17")
    void aConsentWithTheInterpreterPasses() {
        obtain(history(LocalDate.of(1990, 6, 2), true), Signer.PATIENT, false, "Interpreter", false)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-04")
    void readingAnotherLegThanConsentedIsRefused() {
        verify(FaceSide.LEFT, BodySide.LEFT).expectException(Refused.by("INV-04", "donorSide"));
    }

    @Test
    @Tag("INV-04")
    void readingAnotherFaceSideThanConsentedIsRefused() {
        verify(FaceSide.RIGHT, BodySide.RIGHT).expectException(Refused.by("INV-04", "faceSide"));
    }

    @Test
    @Tag("INV-04")
    void readingTheSidesThatWereConsentedPasses() {
        verify(FaceSide.LEFT, BodySide.RIGHT)
                .expectState(pathway -> assertThat(pathway.state().consents().verifiedAt(Stage.ONE))
                        .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "procedure", "faceSide", "donorSide", "surgeonId"})
    @Tag("SEQ-CONSENT")
    void aSurgicalConsentNamesWhatItIsFor(String field) {
        Map<String, Object> consent = new HashMap<>(Map.of(
                "type",
                ConsentType.SURGICAL,
                "stage",
                Stage.ONE,
                "signer",
                Signer.PATIENT,
                "lacksCapacity",
                false,
                "afterSedation",
                false));
        Course course = Course.of(Histories.planned());
        course.when(ObtainConsent.class, "2024-12-17", consent).expectSuccessfulHandlerExecution();
        consent.put(field, ABSENT);
        course.when(ObtainConsent.class, "2024-12-17", consent).expectException(Refused.by("SEQ-CONSENT", field));
    }

    @Test
    @Tag("SEQ-CONSENT-STANDING")
    void onlyAConsentInForceIsVerified() {
        Map<String, Object> reading = Map.of(
                "type",
                ConsentType.SURGICAL,
                "stage",
                Stage.ONE,
                "faceSide",
                FaceSide.LEFT,
                "donorSide",
                BodySide.RIGHT);
        Course.of(Histories.without(Histories.stageOneScheduled(), ConsentObtained.class))
                .when(Role.PREOP_NURSE, VerifyConsent.class, "2025-01-14", reading)
                .expectException(Refused.by("SEQ-CONSENT-STANDING", "type"));
        Course consented = Course.of(Histories.stageOneScheduled());
        consented
                .when(Role.PREOP_NURSE, VerifyConsent.class, "2025-03-18", reading)
                .expectException(Refused.by("SEQ-CONSENT-STANDING", "type"));
        consented
                .when(Role.PREOP_NURSE, VerifyConsent.class, "2025-03-17", reading)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-REVOKE")
    void aConsentIsTakenBackAtAnyTime() {
        Map<String, Object> surgical = Map.of("type", ConsentType.SURGICAL, "stage", Stage.ONE);
        Course.of(Histories.planned())
                .when(RevokeConsent.class, "2025-01-14", surgical)
                .expectException(Refused.by("SEQ-REVOKE", "type"));
        Course course = Course.of(Histories.stageOneScheduled());
        course.when(RevokeConsent.class, "2025-01-14", surgical).expectSuccessfulHandlerExecution();
        course.and(AnesthesiaInduced.class, "2025-01-14", Map.of("caseId", Histories.CASE_ONE))
                .when(RevokeConsent.class, "2025-01-14", surgical)
                .expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> verify(FaceSide face, BodySide donor) {
        OffsetDateTime now = time("2025-01-14T06:30");
        return PathwayFixture.at(now.toInstant())
                .given(Histories.stageOneScheduled())
                .when(
                        new VerifyConsent(Histories.PATHWAY, now, ConsentType.SURGICAL, Stage.ONE, face, donor),
                        PathwayFixture.as(Role.PREOP_NURSE));
    }

    @ParameterizedTest
    @Tag("INV-16")
    @CsvSource({"2006, PATIENT", "2006, REPRESENTATIVE", "2006-12, PATIENT"})
    void aBirthDateThatLeavesOpenWhoIsOfAgeIsAskedFor(String born, Signer signer) {
        obtain(history(born, false), signer, false, null, false).expectException(Refused.by("INV-16", "signer"));
    }

    @Test
    @Tag("INV-16")
    void aYearThatDecidesIsEnough() {
        obtain(history("2005", false), Signer.PATIENT, false, null, false).expectSuccessfulHandlerExecution();
        obtain(history("2007", false), Signer.REPRESENTATIVE, false, null, false)
                .expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> sign(LocalDate birthDate, Signer signer, boolean lacksCapacity) {
        return obtain(history(birthDate.toString(), false), signer, lacksCapacity, null, false);
    }

    private static List<PathwayEvent> history(LocalDate birthDate, boolean interpreterNeeded) {
        return history(birthDate.toString(), interpreterNeeded);
    }

    private static List<PathwayEvent> history(String birthDate, boolean interpreterNeeded) {
        return join(
                Histories.referred(birthDate, interpreterNeeded),
                Histories.without(Histories.planned(), PatientReferred.class));
    }

    private static ResultValidator<CarePathway> obtain(
            List<PathwayEvent> history,
            Signer signer,
            boolean lacksCapacity,
            @Nullable String interpreter,
            boolean afterSedation) {
        return PathwayFixture.at(SIGNED.toInstant())
                .given(history)
                .when(
                        new ObtainConsent(
                                Histories.PATHWAY,
                                SIGNED,
                                ConsentType.SURGICAL,
                                Stage.ONE,
                                TreatmentOption.CFNG_GRACILIS_2STAGE,
                                FaceSide.LEFT,
                                BodySide.RIGHT,
                                Histories.SURGEON,
                                PlannedSetting.OUTPATIENT,
                                signer,
                                "Signer of the story",
                                lacksCapacity,
                                null,
                                interpreter,
                                afterSedation),
                        PathwayFixture.as(Role.SURGEON));
    }
}
