package org.crossface.pathway.evaluation.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.crossface.pathway.Course;
import org.crossface.pathway.Refused;
import org.crossface.pathway.evaluation.EvaluationCompleted;
import org.crossface.pathway.evaluation.EvaluationMissed;
import org.crossface.pathway.evaluation.EvaluationScheduled;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An evaluation visit that nobody came to is booked anew, and remembered. */
class MissedEvaluationTest {

    private static Course booked(String day) {
        return Course.referred().and(EvaluationScheduled.class, "2024-11-10", Map.of("visitAt", Course.noon(day)));
    }

    private static Course missedOnce() {
        return booked("2024-12-02").and(EvaluationMissed.class, "2024-12-02");
    }

    @Test
    @Tag("SEQ-VISIT")
    void aVisitIsMissedWhenItsTimeHasCome() {
        booked("2024-12-02")
                .when(Role.SURGICAL_COORDINATOR, MissEvaluation.class, "2024-12-01", Map.of())
                .expectException(Refused.by("SEQ-VISIT", "occurredAt"));
        booked("2024-12-02")
                .when(Role.SURGICAL_COORDINATOR, MissEvaluation.class, "2024-12-02", Map.of())
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> {
                    assertThat(pathway.state().evaluation().visitAt()).isNull();
                    assertThat(pathway.state().evaluation().missedVisits()).containsExactly(Course.noon("2024-12-02"));
                    assertThat(pathway.state().phase()).isEqualTo(Phase.UNDER_EVALUATION);
                });
    }

    @Test
    @Tag("SEQ-VISIT")
    void noVisitIsMissedThatNobodyBooked() {
        Course.referred()
                .when(Role.SURGICAL_COORDINATOR, MissEvaluation.class, "2024-12-02", Map.of())
                .expectException(Refused.by("SEQ-VISIT"));
        missedOnce()
                .when(Role.SURGICAL_COORDINATOR, MissEvaluation.class, "2024-12-03", Map.of())
                .expectException(Refused.by("SEQ-VISIT"));
    }

    @Test
    void aMissedVisitIsBookedAnewAndCounts() {
        missedOnce()
                .when(
                        Role.SURGICAL_COORDINATOR,
                        ScheduleEvaluation.class,
                        "2024-12-05",
                        Map.of("visitAt", Course.noon("2024-12-16")))
                .expectSuccessfulHandlerExecution();
        missedOnce()
                .and(EvaluationScheduled.class, "2024-12-05", Map.of("visitAt", Course.noon("2024-12-16")))
                .when(Role.SURGICAL_COORDINATOR, MissEvaluation.class, "2024-12-16", Map.of())
                .expectState(pathway ->
                        assertThat(pathway.state().evaluation().missedVisits()).hasSize(2));
    }

    @Test
    @Tag("SEQ-VISIT")
    void aVisitAtWhichTheEvaluationWasCompletedWasNotMissed() {
        Course came = booked("2024-12-02").and(EvaluationCompleted.class, "2024-12-02");
        came.when(Role.SURGICAL_COORDINATOR, MissEvaluation.class, "2024-12-03", Map.of())
                .expectException(Refused.by("SEQ-VISIT"));
        booked("2024-12-16")
                .and(EvaluationCompleted.class, "2024-12-02")
                .when(Role.SURGICAL_COORDINATOR, MissEvaluation.class, "2024-12-17", Map.of())
                .expectSuccessfulHandlerExecution();
    }
}
