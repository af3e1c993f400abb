package org.crossface.pathway.intake.referral;

import static org.crossface.pathway.Histories.time;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Refused;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IntakeRulesTest {

    private static final OffsetDateTime NOW = time("2024-11-05T09:00");

    @Test
    @Tag("REF-PATIENT")
    void aReferralIsForARegisteredPatient() {
        refer("patient-unknown", "2024-11-05").expectException(Refused.by("REF-PATIENT", "patientId"));
        refer(Histories.PATIENT, "2024-11-05").expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-REFERRAL-DATE")
    void aReferralOfTomorrowIsRefused() {
        refer(Histories.PATIENT, "2024-11-06").expectException(Refused.by("SEQ-REFERRAL-DATE", "referredOn"));
        refer(Histories.PATIENT, "2024-11-05").expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-PHASE")
    void aReferralIsDeclinedBeforeTheDecision() {
        Course.of(Histories.approved())
                .when(DeclineReferral.class, "2024-11-27", Map.of())
                .expectException(Refused.by("SEQ-PHASE"));
        Course.of(Histories.evaluated())
                .when(DeclineReferral.class, "2024-11-27", Map.of())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("REF-DOCUMENT")
    void aDocumentIsKeptForThePatientOfThePathway() {
        receive("document-1").expectSuccessfulHandlerExecution();
        receive("document-of-another-patient").expectException(Refused.by("REF-DOCUMENT", "documentId"));
    }

    private static ResultValidator<CarePathway> receive(String document) {
        return Course.of(Histories.evaluated())
                .when(
                        ReceiveReferralDocument.class,
                        "2024-11-27",
                        Map.of("documentId", document, "sha256", "0".repeat(64)));
    }

    private static ResultValidator<CarePathway> refer(String patient, String referredOn) {
        return PathwayFixture.at(NOW.toInstant())
                .givenNoPriorActivity()
                .when(
                        new RegisterReferral(
                                Histories.PATHWAY,
                                NOW,
                                patient,
                                "P-0101",
                                Histories.SITE,
                                LocalDate.parse(referredOn),
                                null,
                                null,
                                null,
                                null),
                        PathwayFixture.as(Role.SURGICAL_COORDINATOR));
    }
}
