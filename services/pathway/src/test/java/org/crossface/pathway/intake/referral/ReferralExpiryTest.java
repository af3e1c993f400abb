package org.crossface.pathway.intake.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.Refused;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.evaluation.EvaluationMissed;
import org.crossface.pathway.evaluation.EvaluationScheduled;
import org.crossface.pathway.evaluation.PatientGoalsRecorded;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A referral of which nobody could make an evaluation ends after its time (T-02), never before. */
class ReferralExpiryTest {

    private static Course notified(int notices) {
        Course course = Course.of(List.of())
                .and(
                        PatientReferred.class,
                        "2024-11-05",
                        Map.of("zone", "America/Los_Angeles", "referredOn", LocalDate.of(2024, 11, 5)));
        for (int i = 0; i < notices; i++) {
            course.and(ContactAttempted.class, "2024-12-0" + (i + 1));
        }
        return course;
    }

    private static ResultValidator<CarePathway> expire(Course course, String day) {
        return course.when(Role.SYSTEM, ExpireReferral.class, day, Map.of());
    }

    @Test
    @Tag("SEQ-REFERRAL-EXPIRY")
    void aReferralExpiresAfterNinetyDaysAndTwoNotices() {
        expire(notified(2), "2025-02-02").expectException(Refused.by("SEQ-REFERRAL-EXPIRY"));
        expire(notified(1), "2025-02-03").expectException(Refused.by("SEQ-REFERRAL-EXPIRY"));
        expire(notified(2), "2025-02-03")
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> assertThat(pathway.state().phase()).isEqualTo(Phase.REFERRAL_EXPIRED));
    }

    @Test
    @Tag("SEQ-REFERRAL-EXPIRY")
    void aBookedEvaluationKeepsTheReferral() {
        Course booked =
                notified(2).and(EvaluationScheduled.class, "2025-01-10", Map.of("visitAt", Course.noon("2025-02-10")));
        expire(booked, "2025-03-03").expectException(Refused.by("SEQ-REFERRAL-EXPIRY"));
        expire(notified(2).and(PatientGoalsRecorded.class, "2025-01-10"), "2025-03-03")
                .expectException(Refused.by("SEQ-REFERRAL-EXPIRY"));
    }

    @Test
    @Tag("SEQ-REFERRAL-EXPIRY")
    void afterAMissedVisitTheTimeBeginsAnew() {
        Course missed = notified(2)
                .and(EvaluationScheduled.class, "2025-01-10", Map.of("visitAt", Course.noon("2025-02-10")))
                .and(EvaluationMissed.class, "2025-02-10");
        expire(missed, "2025-05-10").expectException(Refused.by("SEQ-REFERRAL-EXPIRY"));
        expire(missed, "2025-05-11").expectSuccessfulHandlerExecution();
    }
}
