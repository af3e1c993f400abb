package org.crossface.coordination.board;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Timetable;
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

    /** Steps without an offset of their own: an appointment, what is open without a date. */
    private static final Set<String> WITHOUT_OFFSET =
            Set.of("APPT", "VISIT", "HOLD", "PLAN", "CONSENT", "CLEAR", "SLOT");

    @Test
    void everyOffsetComesFromThePolicy() {
        Set<String> seen = new TreeSet<>();
        for (int facts = 1; facts <= TEXTBOOK.size(); facts++) {
            PathwayState state = PathwayState.of(TEXTBOOK.subList(0, facts));
            List<OpenTask> unusual = Timetable.of(state, UnusualPolicy.POLICY).work();
            for (OpenTask usual : Timetable.of(state, Policy.defaults()).work()) {
                if (!WITHOUT_OFFSET.contains(usual.code())) {
                    seen.add(usual.code());
                    assertThat(unusual)
                            .as("%s after %d facts", usual.code(), facts)
                            .filteredOn(each -> each.timer().equals(usual.timer()))
                            .isNotEmpty()
                            .noneMatch(each -> Objects.equals(each.due(), usual.due())
                                    && Objects.equals(each.overdue(), usual.overdue()));
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
        Map<String, OpenTask> tasks =
                Timetable.of(state, changed).work().stream().collect(toMap(OpenTask::code, task -> task));
        LocalDate referred = state.intake().referredOn();
        assertThat(tasks.get("T-02"))
                .satisfies(task -> assertThat(requireNonNull(task.due()).day()).isEqualTo(referred.plusDays(14)))
                .satisfies(
                        task -> assertThat(requireNonNull(task.overdue()).day()).isEqualTo(referred.plusDays(35)));
    }
}
