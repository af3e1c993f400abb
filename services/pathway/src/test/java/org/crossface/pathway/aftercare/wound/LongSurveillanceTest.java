package org.crossface.pathway.aftercare.wound;

import java.time.LocalDate;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.FixturePolicy;
import org.crossface.pathway.Refused;
import org.crossface.pathway.aftercare.vocabulary.InfectionClass;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.vocabulary.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Deep infections count for 90 days only after operations that the policy lists. */
class LongSurveillanceTest {

    private static ResultValidator<CarePathway> deep(Course course, Stage stage, LocalDate onset, String found) {
        return course.when(
                DiagnoseInfection.class,
                found,
                Map.of("stage", stage, "infectionClass", InfectionClass.DEEP, "onsetOn", onset));
    }

    @Test
    @Tag("INV-53")
    void aDeepInfectionCountsForThirtyDaysUnlessThePolicyListsTheOperation() {
        LocalDate day30 = Course.STAGE_TWO.plusDays(29);
        LocalDate day31 = Course.STAGE_TWO.plusDays(30);
        LocalDate day90 = Course.STAGE_TWO.plusDays(89);
        deep(Course.stageTwoDone(), Stage.TWO, day30, "2026-02-01").expectSuccessfulHandlerExecution();
        deep(Course.stageTwoDone(), Stage.TWO, day31, "2026-02-01").expectException(Refused.by("INV-53", "onsetOn"));
        Policy lists = new Policy("lists", Map.of(Threshold.SURVEILLANCE_90_STAGE_TWO, 1));
        FixturePolicy.during(lists, refused -> {}, () -> {
            deep(Course.stageTwoDone(), Stage.TWO, day90, "2026-02-01").expectSuccessfulHandlerExecution();
            deep(Course.stageTwoDone(), Stage.TWO, day90.plusDays(1), "2026-02-01")
                    .expectException(Refused.by("INV-53", "onsetOn"));
            deep(Course.stageOneDone(), Stage.ONE, Course.STAGE_ONE.plusDays(30), "2025-04-01")
                    .expectException(Refused.by("INV-53", "onsetOn"));
        });
    }
}
