package org.crossface.pathway.consent.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.Refused;
import org.crossface.pathway.consent.ConsentExpired;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.Consents;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A consent ends after its last day, unless an operation was begun under it (T-06). */
class ConsentExpiryTest {

    private static final Map<String, Object> SURGICAL = Map.of("type", ConsentType.SURGICAL, "stage", Stage.ONE);

    private static Course consented() {
        return Course.of(Histories.stageOneScheduled());
    }

    private static LocalDate lastDay() {
        return Objects.requireNonNull(consented()
                .state()
                .consents()
                .standing(ConsentType.SURGICAL, Stage.ONE)
                .orElseThrow()
                .validUntil());
    }

    private static ResultValidator<CarePathway> expire(Course course, LocalDate day, Map<String, ?> which) {
        return course.when(Role.SYSTEM, ExpireConsent.class, day.toString(), which);
    }

    @Test
    @Tag("SEQ-CONSENT-EXPIRY")
    void aConsentExpiresAfterItsLastDayAndBooksNoOperation() {
        expire(consented(), lastDay(), SURGICAL).expectException(Refused.by("SEQ-CONSENT-EXPIRY", "type"));
        expire(consented(), lastDay().plusDays(1), SURGICAL)
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> {
                    assertThat(pathway.state().consents().standing(ConsentType.SURGICAL, Stage.ONE))
                            .isEmpty();
                    assertThat(pathway.state()
                                    .consents()
                                    .newest(ConsentType.SURGICAL, Stage.ONE)
                                    .orElseThrow()
                                    .status())
                            .isEqualTo(Consents.Status.EXPIRED);
                });
    }

    @Test
    @Tag("INV-15")
    void anExpiredConsentBooksNoOperation() {
        Map<String, Object> expired =
                Map.of("consentId", Histories.CONSENT_ONE, "stage", Stage.ONE, "validUntil", lastDay());
        Course.of(Histories.readyForStageOne())
                .and(ConsentExpired.class, "2025-01-01", expired)
                .when(
                        Role.SURGICAL_COORDINATOR,
                        ScheduleSurgery.class,
                        "2025-01-02",
                        Map.of(
                                "stage",
                                Stage.ONE,
                                "startsAt",
                                Course.noon("2025-01-14"),
                                "estimatedMinutes",
                                240,
                                "recoveryMinutes",
                                180))
                .expectException(Refused.by("INV-15"));
    }

    @Test
    @Tag("SEQ-CONSENT-EXPIRY")
    void aConsentUnderWhichAnOperationWasBegunDoesNotExpire() {
        expire(
                        consented().and(AnesthesiaInduced.class, "2025-01-14", Map.of("caseId", Histories.CASE_ONE)),
                        lastDay().plusDays(1),
                        SURGICAL)
                .expectException(Refused.by("SEQ-CONSENT-EXPIRY", "type"));
    }

    @Test
    @Tag("SEQ-CONSENT-EXPIRY")
    void aConsentWithoutALastDayDoesNotExpire() {
        Map<String, Object> photo = Map.of("type", ConsentType.PHOTO, "stage", ABSENT);
        Course photographed = consented()
                .and(
                        ConsentObtained.class,
                        "2025-01-02",
                        Map.of("type", ConsentType.PHOTO, "stage", ABSENT, "validUntil", ABSENT));
        expire(photographed, LocalDate.of(2030, 1, 1), photo).expectException(Refused.by("SEQ-CONSENT-EXPIRY", "type"));
    }
}
