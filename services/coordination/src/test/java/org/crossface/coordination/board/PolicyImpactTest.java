package org.crossface.coordination.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.Course;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.policy.ThresholdChange;
import org.crossface.pathway.rehabilitation.events.RehabilitationStoppedEarly;
import org.crossface.pathway.rehabilitation.events.SpontaneousSmileObserved;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.state.PathwayState;
import org.junit.jupiter.api.Test;

class PolicyImpactTest {

    private static final OffsetDateTime NOW = Course.noon("2027-10-12");

    private static Policy with(Threshold threshold, int value) {
        return Policy.defaults().changed("next", List.of(new ThresholdChange(threshold.storedName(), value)));
    }

    @Test
    void aLaterCompletionRefusesThePathwayThatCouldBeCompletedAndMovesItsDay() {
        PathwayState state = Course.inTherapy()
                .and(RehabilitationStoppedEarly.class, "2027-04-08")
                .assessed(OutcomeVisit.M24, "2027-10-07")
                .and(SpontaneousSmileObserved.class, "2027-10-07")
                .state();

        assertThat(PolicyImpact.of(state, Policy.defaults(), with(Threshold.COMPLETION_MONTHS, 36), NOW))
                .anyMatch(change -> change.startsWith("Complete pathway: refused, so far possible."))
                .anyMatch(change -> change.contains("due 2028-10-07") && change.contains("so far due 2027-10-07"));
    }

    @Test
    void aThresholdThatConcernsAnotherStepChangesNothing() {
        PathwayState state = Course.inTherapy().state();

        assertThat(PolicyImpact.of(state, Policy.defaults(), with(Threshold.ALDRETE_THRESHOLD, 10), NOW))
                .isEmpty();
    }
}
