package org.crossface.pathway.aftercare.wound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.FixturePolicy;
import org.crossface.pathway.Refused;
import org.crossface.pathway.aftercare.events.InfectionDiagnosed;
import org.crossface.pathway.aftercare.events.SurveillanceClosed;
import org.crossface.pathway.aftercare.events.SurveillanceReopened;
import org.crossface.pathway.aftercare.vocabulary.InfectionClass;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceOutcome;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
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

    private static Course closed(SurveillanceKind kind, String day) {
        return Course.stageTwoDone()
                .and(
                        SurveillanceClosed.class,
                        day,
                        Map.of("stage", Stage.TWO, "kind", kind, "outcome", SurveillanceOutcome.NONE));
    }

    private static boolean isClosed(CarePathway pathway, SurveillanceKind kind) {
        return pathway.state().afterCare().isClosed(Stage.TWO, kind, Course.STAGE_TWO);
    }

    @Test
    void anInfectionThatIsFoundLateReopensItsSurveillance() {
        Course watched = closed(SurveillanceKind.SSI30, "2025-11-07");
        deep(watched, Stage.TWO, Course.STAGE_TWO.plusDays(20), "2025-11-20")
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> {
                    assertThat(isClosed(pathway, SurveillanceKind.SSI30)).isFalse();
                    assertThat(pathway.state().afterCare().followUp().lastSurveillance(Stage.TWO, Course.STAGE_TWO))
                            .isEmpty();
                });
        Policy lists = new Policy("lists", Map.of(Threshold.SURVEILLANCE_90_STAGE_TWO, 1));
        FixturePolicy.during(lists, refused -> {}, () -> {
            Course both = closed(SurveillanceKind.SSI30, "2025-11-07")
                    .and(
                            SurveillanceClosed.class,
                            "2026-01-06",
                            Map.of(
                                    "stage",
                                    Stage.TWO,
                                    "kind",
                                    SurveillanceKind.SSI90,
                                    "outcome",
                                    SurveillanceOutcome.NONE));
            deep(both, Stage.TWO, Course.STAGE_TWO.plusDays(60), "2026-01-10").expectState(pathway -> {
                assertThat(isClosed(pathway, SurveillanceKind.SSI90)).isFalse();
                assertThat(isClosed(pathway, SurveillanceKind.SSI30)).isTrue();
            });
        });
    }

    @Test
    @Tag("SEQ-SURVEILLANCE")
    void aReopenedSurveillanceIsClosedAnewOnce() {
        Course reopened = closed(SurveillanceKind.SSI30, "2025-11-07")
                .and(InfectionDiagnosed.class, "2025-11-20", Map.of("factId", "infection", "stage", Stage.TWO))
                .and(
                        SurveillanceReopened.class,
                        "2025-11-20",
                        Map.of("stage", Stage.TWO, "kind", SurveillanceKind.SSI30, "infectionId", "infection"));
        Map<String, Object> closing =
                Map.of("stage", Stage.TWO, "kind", SurveillanceKind.SSI30, "outcome", SurveillanceOutcome.INFECTION);
        reopened.when(Role.QUALITY_AUDITOR, CloseSurveillance.class, "2025-12-01", closing)
                .expectSuccessfulHandlerExecution();
        reopened.and(SurveillanceClosed.class, "2025-12-01", closing)
                .when(Role.QUALITY_AUDITOR, CloseSurveillance.class, "2025-12-02", closing)
                .expectException(Refused.by("SEQ-SURVEILLANCE", "kind"));
    }

    @Test
    void anInfectionThatIsRetractedLeavesTheSurveillanceClosed() {
        Course reopened = closed(SurveillanceKind.SSI30, "2025-11-07")
                .and(
                        SurveillanceReopened.class,
                        "2025-11-20",
                        Map.of("stage", Stage.TWO, "kind", SurveillanceKind.SSI30, "infectionId", "retracted"));
        assertThat(reopened.state().afterCare().isClosed(Stage.TWO, SurveillanceKind.SSI30, Course.STAGE_TWO))
                .isTrue();
    }
}
