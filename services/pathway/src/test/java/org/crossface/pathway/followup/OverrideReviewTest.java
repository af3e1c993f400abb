package org.crossface.pathway.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.Course;
import org.crossface.pathway.Refused;
import org.crossface.pathway.oversight.OverrideReviewed;
import org.crossface.pathway.oversight.PatientDied;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.oversight.RuleOverridden;
import org.crossface.pathway.oversight.interruption.ReviewOverride;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each override is reviewed by somebody else (T-56). */
class OverrideReviewTest {

    private static final LocalDate DAY = LocalDate.of(2025, 5, 2);

    private static Course overridden() {
        return Course.stageOneDone()
                .and(
                        RuleOverridden.class,
                        DAY.toString(),
                        Map.of("factId", "override", "invariantId", "INV-22", "approver", "user-osei"));
    }

    private static Course reviewed(Course course) {
        return course.and(
                OverrideReviewed.class, "2025-05-05", Map.of("factId", "review", "overrideFactId", "override"));
    }

    private static List<OpenTask> tasks(Course course) {
        return HealingTimersTest.tasks(course.state(), "T-56");
    }

    private static Map<String, ?> review(String of) {
        return Map.of("overrideFactId", of);
    }

    @Test
    void t56IsDueAfterSevenDaysAndOverdueAfterThirty() {
        assertThat(tasks(Course.stageOneDone())).isEmpty();
        assertThat(tasks(overridden())).singleElement().satisfies(task -> {
            assertThat(task.label()).isEqualTo("Review override of INV-22");
            assertThat(HealingTimersTest.due(task)).isEqualTo(DAY.plusDays(7));
            assertThat(HealingTimersTest.overdue(task)).isEqualTo(DAY.plusDays(30));
            assertThat(task.steps()).extracting(OpenTask.Told::who).contains("Medical director");
        });
    }

    @Test
    void t56RunsForEachOverrideUntilItsOwnReview() {
        Course two = overridden().and(RuleOverridden.class, "2025-05-03", Map.of("factId", "other"));
        assertThat(tasks(two)).hasSize(2);
        assertThat(tasks(reviewed(two)))
                .singleElement()
                .satisfies(task -> assertThat(task.key()).isEqualTo("other"));
    }

    @Test
    void t56GoesOnAfterADeathAndEndsWithARetraction() {
        assertThat(tasks(overridden().and(PatientDied.class, "2025-05-04"))).hasSize(1);
        assertThat(tasks(overridden().and(RecordRetracted.class, "2025-05-04", Map.of("targetFactId", "override"))))
                .isEmpty();
        assertThat(tasks(reviewed(overridden())
                        .and(RecordRetracted.class, "2025-05-06", Map.of("targetFactId", "review"))))
                .hasSize(1);
    }

    @Test
    @Tag("REF-OVERRIDE")
    void anOverrideIsReviewedOnce() {
        Course.stageOneDone()
                .when(Role.QUALITY_AUDITOR, ReviewOverride.class, "2025-05-05", review("override"))
                .expectException(Refused.by("REF-OVERRIDE"));
        reviewed(overridden())
                .and(RuleOverridden.class, "2025-05-05", Map.of("factId", "other"))
                .when(Role.QUALITY_AUDITOR, ReviewOverride.class, "2025-05-06", review("override"))
                .expectException(Refused.by("REF-OVERRIDE", "overrideFactId"));
        overridden()
                .and(PatientDied.class, "2025-05-04")
                .when(Role.QUALITY_AUDITOR, ReviewOverride.class, "2025-05-05", review("override"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-OVERRIDE-REVIEW")
    void nobodyReviewsAnOverrideOfHisOrHerOwn() {
        overridden()
                .when("user-osei", Role.QUALITY_AUDITOR, ReviewOverride.class, "2025-05-05", review("override"))
                .expectException(Refused.by("SEQ-OVERRIDE-REVIEW", "overrideFactId"));
        overridden()
                .when("user-okafor", Role.QUALITY_AUDITOR, ReviewOverride.class, "2025-05-05", review("override"))
                .expectSuccessfulHandlerExecution();
    }
}
