package org.crossface.coordination.board;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.policy.ThresholdChange;
import org.crossface.pathway.policy.UnusualPolicy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.junit.jupiter.api.Test;

/** Due dates follow the policy, over the whole course of the textbook pathway. */
class DuesFollowPolicyTest {

    private static final List<PathwayEvent> TEXTBOOK =
            TextbookPathway.facts("pathway-1", "P-0101", FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1");

    /** Steps without an offset of their own: an appointment, what is open without a date, a flag that is due at once. */
    private static final Set<String> WITHOUT_OFFSET =
            Set.of("APPT", "HOLD", "PLAN", "CONSENT", "CLEAR", "SLOT", "T-33");

    @Test
    void everyOffsetComesFromThePolicy() {
        Set<String> seen = new TreeSet<>();
        for (int facts = 1; facts <= TEXTBOOK.size(); facts++) {
            PathwayState state = PathwayState.of(TEXTBOOK.subList(0, facts));
            List<Due> unusual = Dues.of(state, UnusualPolicy.POLICY);
            for (Due usual : Dues.of(state, Policy.defaults())) {
                if (!WITHOUT_OFFSET.contains(usual.code())) {
                    seen.add(usual.code());
                    assertThat(unusual)
                            .as("%s after %d facts", usual.code(), facts)
                            .filteredOn(each -> each.code().equals(usual.code()))
                            .isNotEmpty()
                            .noneMatch(each -> each.dueOn() != null
                                    && each.dueOn().equals(usual.dueOn())
                                    && each.overdueOn() != null
                                    && each.overdueOn().equals(usual.overdueOn()));
                }
            }
        }
        assertThat(seen)
                .contains(
                        "T-02", "T-03", "T-04", "T-06", "T-08", "T-17", "T-18", "T-19", "T-22", "T-23", "T-24", "T-25",
                        "T-27", "T-40", "T-41", "T-44", "T-45", "T-48", "T-53");
    }

    @Test
    void onlyTheTimerThatReadsAThresholdFollowsIt() {
        PathwayState state = PathwayState.of(TEXTBOOK.subList(0, 1));
        Policy changed = Policy.defaults()
                .changed("2025-1", List.of(new ThresholdChange(Threshold.T02_OVERDUE_DAYS.storedName(), 35)));
        Map<String, Due> dues = Dues.of(state, changed).stream().collect(toMap(Due::code, due -> due));
        LocalDate referred = state.intake().referredOn();
        assertThat(dues.get("T-02"))
                .satisfies(due -> assertThat(due.dueOn()).isEqualTo(referred.plusDays(14)))
                .satisfies(due -> assertThat(due.overdueOn()).isEqualTo(referred.plusDays(35)));
    }
}
