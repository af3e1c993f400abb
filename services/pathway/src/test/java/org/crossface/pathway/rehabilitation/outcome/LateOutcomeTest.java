package org.crossface.pathway.rehabilitation.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.Refused;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.rehabilitation.events.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.vocabulary.NonFunctionEvidence;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a transfer counts as not functioning, and a final visit later than two years. */
class LateOutcomeTest {

    private static Course measured(double excursionMm) {
        return Course.inTherapy()
                .and(
                        OutcomeAssessed.class,
                        "2027-04-07",
                        Map.of("visit", OutcomeVisit.M18, "assessment", new Assessment(4, null, excursionMm, null)));
    }

    private static ResultValidator<CarePathway> declare(Course course) {
        return course.when(
                DeclareNonFunctioningTransfer.class,
                "2027-04-08",
                Map.of("evidence", List.of(NonFunctionEvidence.NO_MOVEMENT)));
    }

    @Test
    @Tag("SEQ-NON-FUNCTION")
    void aTransferThatMovesTwoMillimetresFunctions() {
        declare(measured(3.0)).expectException(Refused.by("SEQ-NON-FUNCTION", ""));
        declare(measured(2.0)).expectException(Refused.by("SEQ-NON-FUNCTION", ""));
        declare(measured(1.9)).expectSuccessfulHandlerExecution();
        declare(Course.inTherapy()).expectSuccessfulHandlerExecution();
        declare(measured(5.0)
                        .and(
                                OutcomeAssessed.class,
                                "2027-04-07",
                                Map.of("visit", OutcomeVisit.M18, "assessment", new Assessment(4, null, 1.0, null))))
                .expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @CsvSource({"18, M18", "24, M24", "35, M24", "36, M36", "48, M36"})
    void theFinalVisitIsTheLastOneUntilTheMonthOfCompletion(int months, OutcomeVisit visit) {
        Policy policy = new Policy("other", Map.of(Threshold.COMPLETION_MONTHS, months));
        assertThat(OutcomeVisit.finalOne(policy)).isEqualTo(visit);
    }
}
