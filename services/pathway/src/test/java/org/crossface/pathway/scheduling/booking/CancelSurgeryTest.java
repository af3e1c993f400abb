package org.crossface.pathway.scheduling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Histories.time;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Refused;
import org.crossface.pathway.consent.ConsentRevoked;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.signature.RevokeConsent;
import org.crossface.pathway.scheduling.events.EscortWithdrawn;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.vocabulary.CancellationTiming;
import org.crossface.pathway.scheduling.vocabulary.ScheduleChangeReason;
import org.crossface.pathway.surgery.events.PatientAdmitted;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CancelSurgeryTest {

    private static final OffsetDateTime NOW = time("2025-01-13T16:10");

    @Test
    void aCancelledCaseGivesBackEscortAndPhase() {
        PathwayFixture.at(NOW.toInstant())
                .given(Histories.stageOneScheduled())
                .when(cancel(CancellationTiming.BEFORE_ADMISSION), PathwayFixture.as(Role.SURGICAL_COORDINATOR))
                .expectEvents(
                        new SurgeryCancelled(
                                Histories.PATHWAY,
                                "id-1",
                                NOW,
                                Histories.CASE_ONE,
                                Stage.ONE,
                                CancellationTiming.BEFORE_ADMISSION,
                                ScheduleChangeReason.PATIENT_ILL,
                                null),
                        new EscortWithdrawn(Histories.PATHWAY, "id-2", NOW, Stage.ONE, null))
                .expectState(pathway -> assertThat(pathway.state().phase()).isEqualTo(Phase.CANDIDATE));
    }

    @Test
    @Tag("SEQ-CASE")
    void aTimingThatTheDayHasNotReachedIsRefused() {
        PathwayFixture.at(NOW.toInstant())
                .given(Histories.stageOneScheduled())
                .when(
                        cancel(CancellationTiming.AFTER_ADMISSION_BEFORE_ANESTHESIA),
                        PathwayFixture.as(Role.SURGICAL_COORDINATOR))
                .expectException(Refused.by("SEQ-CASE", "timing"));
    }

    @Test
    void aRevokedConsentTakesItsCaseWithIt() {
        PathwayFixture.at(NOW.toInstant())
                .given(Histories.stageOneScheduled())
                .when(
                        new RevokeConsent(Histories.PATHWAY, NOW, ConsentType.SURGICAL, Stage.ONE, null),
                        PathwayFixture.as(Role.SURGICAL_COORDINATOR))
                .expectEvents(
                        new ConsentRevoked(
                                Histories.PATHWAY,
                                "id-1",
                                NOW,
                                Histories.CONSENT_ONE,
                                ConsentType.SURGICAL,
                                Stage.ONE,
                                null),
                        new SurgeryCancelled(
                                Histories.PATHWAY,
                                "id-2",
                                NOW,
                                Histories.CASE_ONE,
                                Stage.ONE,
                                CancellationTiming.BEFORE_ADMISSION,
                                ScheduleChangeReason.CONSENT_REVOKED,
                                null),
                        new EscortWithdrawn(Histories.PATHWAY, "id-3", NOW, Stage.ONE, null));
    }

    @Test
    @Tag("SEQ-CASE")
    void aCaseIsMovedBeforeTheAdmission() {
        Map<String, Object> slot = Map.of(
                "stage",
                Stage.ONE,
                "startsAt",
                time("2025-01-15T08:00"),
                "estimatedMinutes",
                240,
                "recoveryMinutes",
                ABSENT,
                "room",
                "OR-2",
                "surgeonIds",
                List.of(Histories.SURGEON));
        Course course = Course.of(Histories.stageOneScheduled());
        course.when(Role.SURGICAL_COORDINATOR, RescheduleSurgery.class, "2025-01-14", slot)
                .expectSuccessfulHandlerExecution();
        course.and(PatientAdmitted.class, "2025-01-14", Map.of("caseId", Histories.CASE_ONE))
                .when(Role.SURGICAL_COORDINATOR, RescheduleSurgery.class, "2025-01-14", slot)
                .expectException(Refused.by("SEQ-CASE", "stage"));
    }

    private static CancelSurgery cancel(CancellationTiming timing) {
        return new CancelSurgery(Histories.PATHWAY, NOW, Stage.ONE, timing, ScheduleChangeReason.PATIENT_ILL, null);
    }
}
