package org.crossface.pathway.scheduling.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.Refused;
import org.crossface.pathway.Samples;
import org.crossface.pathway.health.UnrelatedOperationRecorded;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.scheduling.events.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.events.PreOpClearanceExpired;
import org.crossface.pathway.scheduling.events.PreOpClearanceGranted;
import org.crossface.pathway.scheduling.events.PreOpClearanceWithheld;
import org.crossface.pathway.state.Computed;
import org.crossface.pathway.surgery.admission.AdmitPatient;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A clearance that is withheld or has expired holds the operation up until another one is granted (A-03, T-08). */
class ClearanceTest {

    private static final Map<String, Object> ONE = Map.of("stage", Stage.ONE);

    private static final Map<String, Object> ADMISSION =
            Map.of("caseId", Histories.CASE_ONE, "identifiersChecked", 2, "medicationConfirmed", Samples.Absent.ABSENT);

    private static Course scheduled() {
        return Course.of(Histories.stageOneScheduled());
    }

    private static Course withheld() {
        return scheduled().and(PreOpClearanceWithheld.class, "2025-01-12", ONE);
    }

    private static LocalDate lastDay() {
        return Objects.requireNonNull(
                scheduled().state().schedule().readinessFor(Stage.ONE).clearedUntil());
    }

    @Test
    void theAnesthesiologistWithholdsTheClearance() {
        scheduled()
                .when(Role.ANESTHESIOLOGIST, WithholdClearance.class, "2025-01-12", ONE)
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> assertThat(pathway.state()
                                .schedule()
                                .readinessFor(Stage.ONE)
                                .clearedUntil())
                        .isNull());
    }

    @Test
    @Tag("SEQ-CLEARANCE")
    void noClearanceIsWithheldForAnOperationThatIsNotPlanned() {
        Course.of(Histories.approved())
                .when(Role.ANESTHESIOLOGIST, WithholdClearance.class, "2025-01-12", ONE)
                .expectException(Refused.by("SEQ-CLEARANCE", "stage"));
    }

    @Test
    @Tag("INV-19")
    void aPatientWhoseClearanceIsWithheldIsNotAdmittedUntilItIsGranted() {
        scheduled()
                .when(Role.PREOP_NURSE, AdmitPatient.class, "2025-01-14", ADMISSION)
                .expectSuccessfulHandlerExecution();
        withheld()
                .when(Role.PREOP_NURSE, AdmitPatient.class, "2025-01-14", ADMISSION)
                .expectException(Refused.by("INV-19"));
        withheld()
                .and(
                        PreOpClearanceGranted.class,
                        "2025-01-13",
                        Map.of("stage", Stage.ONE, "validUntil", LocalDate.of(2025, 2, 12)))
                .when(Role.PREOP_NURSE, AdmitPatient.class, "2025-01-14", ADMISSION)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-19")
    void noOperationIsBookedWhileTheClearanceIsWithheld() {
        Course.of(Histories.readyForStageOne())
                .and(PreOpClearanceWithheld.class, "2025-01-09", ONE)
                .when(
                        Role.SURGICAL_COORDINATOR,
                        ScheduleSurgery.class,
                        "2025-01-10",
                        Map.of(
                                "stage",
                                Stage.ONE,
                                "startsAt",
                                Course.noon("2025-01-14"),
                                "estimatedMinutes",
                                240,
                                "recoveryMinutes",
                                180))
                .expectException(Refused.by("INV-19", "stage"));
    }

    @Test
    @Tag("SEQ-CLEARANCE-EXPIRY")
    void aClearanceExpiresAfterItsLastDay() {
        scheduled()
                .when(Role.SYSTEM, ExpireClearance.class, lastDay().toString(), ONE)
                .expectException(Refused.by("SEQ-CLEARANCE-EXPIRY", "stage"));
        scheduled()
                .when(Role.SYSTEM, ExpireClearance.class, lastDay().plusDays(1).toString(), ONE)
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> assertThat(pathway.state()
                                .schedule()
                                .readinessFor(Stage.ONE)
                                .clearedUntil())
                        .isNull());
        withheld()
                .when(Role.SYSTEM, ExpireClearance.class, lastDay().plusDays(1).toString(), ONE)
                .expectException(Refused.by("SEQ-CLEARANCE-EXPIRY", "stage"));
    }

    @Test
    @Tag("SEQ-CLEARANCE-EXPIRY")
    void aClearanceWithWhichAnOperationWasBegunDoesNotExpire() {
        scheduled()
                .and(AnesthesiaInduced.class, "2025-01-14", Map.of("caseId", Histories.CASE_ONE))
                .when(Role.SYSTEM, ExpireClearance.class, lastDay().plusDays(1).toString(), ONE)
                .expectException(Refused.by("SEQ-CLEARANCE-EXPIRY", "stage"));
    }

    @Test
    @Tag("SEQ-CLEARANCE")
    void afterAnotherOperationThePatientIsAssessedAnewBeforeTheClearance() {
        Course ready = Course.of(Histories.readyForStageOne());
        ready.when(Role.ANESTHESIOLOGIST, GrantClearance.class, "2025-01-11", ONE)
                .expectSuccessfulHandlerExecution();
        Course operated = Course.of(Histories.readyForStageOne())
                .and(UnrelatedOperationRecorded.class, "2025-01-10", Map.of("operatedOn", LocalDate.of(2025, 1, 9)));
        operated.when(Role.ANESTHESIOLOGIST, GrantClearance.class, "2025-01-11", ONE)
                .expectException(Refused.by("SEQ-CLEARANCE", "stage"));
        operated.and(AnesthesiaAssessed.class, "2025-01-11", Map.of("stage", Stage.ONE, "asaClass", 2))
                .when(Role.ANESTHESIOLOGIST, GrantClearance.class, "2025-01-11", ONE)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-19")
    void aClearanceServesOneOperation() {
        Map<String, Object> again = Map.of(
                "stage",
                Stage.ONE,
                "startsAt",
                Course.noon("2025-01-20"),
                "estimatedMinutes",
                240,
                "recoveryMinutes",
                180);
        scheduled()
                .and(AnesthesiaInduced.class, "2025-01-14", Map.of("caseId", Histories.CASE_ONE))
                .when(Role.SURGICAL_COORDINATOR, ScheduleSurgery.class, "2025-01-14", again)
                .expectException(Refused.by("INV-19", "stage"));
    }

    @Test
    void theLastDayOfAnExpiryFollowsTheClearanceThatIsCorrected() {
        PreOpClearanceExpired expired = Samples.of(
                PreOpClearanceExpired.class, Map.of("stage", Stage.ONE, "validUntil", LocalDate.of(2025, 1, 1)));
        assertThat(Computed.anew(scheduled().state(), expired))
                .isEqualTo(
                        Samples.of(PreOpClearanceExpired.class, Map.of("stage", Stage.ONE, "validUntil", lastDay())));
    }
}
