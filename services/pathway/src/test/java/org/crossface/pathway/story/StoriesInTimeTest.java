package org.crossface.pathway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.consent.ConsentExpired;
import org.crossface.pathway.followup.Moment;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Passing;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.neurotization.NeurotizationWindowLapsed;
import org.crossface.pathway.oversight.TaskEscalated;
import org.crossface.pathway.oversight.TaskOverdue;
import org.crossface.pathway.oversight.lateness.RecordLateness;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.scheduling.events.PreOpClearanceExpired;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The patient stories as they are lived: between their steps time passes, and what it brings about is recorded. */
class StoriesInTimeTest {

    private static final Policy POLICY = Policy.defaults();

    /** The track of a patient who missed a visit: a third call is one more attempt, and it is the letter that is missing. */
    private static final String LOSS = "T-54";

    /** A story on its way. */
    private static final class Lived {

        private final PathwayInMemory pathway = new PathwayInMemory(Histories.PATHWAY, "P-0101", "OR-2");
        private final List<Step> steps;
        private final List<String> left = new ArrayList<>();
        private int next;

        Lived(String name, LocalDate stageOne) {
            steps = WrittenStory.ofPatient(name).steps(FaceSide.LEFT, stageOne).stream()
                    .sorted(Comparator.comparing(Step::at))
                    .toList();
        }

        /** The story until this time by the clock of the centre. */
        Lived until(String local) {
            OffsetDateTime until = at(local);
            while (next < steps.size() && !steps.get(next).at().isAfter(until)) {
                step();
            }
            pass(until);
            return this;
        }

        Lived toItsEnd() {
            while (next < steps.size()) {
                step();
            }
            return this;
        }

        private void step() {
            Step step = steps.get(next);
            next++;
            if (next > 1) {
                pass(step.at());
            }
            Instant now = step.at().toInstant();
            Set<String> answered = new HashSet<>(step.command().useCase().answers());
            answered.remove(LOSS);
            Set<String> due = open(answered, now, true);
            Set<String> before = open(answered, now, false);
            pathway.play(List.of(step));
            if (step.refusedBy() == null
                    && !due.isEmpty()
                    && open(answered, now, false).containsAll(before)) {
                left.add(step.command().title() + " " + due);
            }
        }

        /** The tasks of these rows, each with its start. */
        private Set<String> open(Set<String> codes, Instant now, boolean due) {
            return tasks().at(now).stream()
                    .filter(task -> codes.contains(task.code()))
                    .filter(task ->
                            !due || task.due() == null || !task.due().at().isAfter(now))
                    .map(task -> task.name() + " since " + task.start())
                    .collect(Collectors.toSet());
        }

        void pass(OffsetDateTime now) {
            if (Passing.next(state(), POLICY)
                    .filter(passing -> !passing.at().isAfter(now.toInstant()))
                    .isPresent()) {
                assertThat(pathway.give("follow-up", Role.SYSTEM, new RecordLateness(Histories.PATHWAY, now)))
                        .isEmpty();
            }
        }

        PathwayState state() {
            return pathway.state();
        }

        Timetable tasks() {
            return Timetable.of(state(), POLICY);
        }

        List<String> codes() {
            return tasks().work().stream().map(OpenTask::code).toList();
        }

        /** When the task of this row is due, by the clock of the centre. */
        LocalDateTime due(String code) {
            Moment due = tasks().tasks().stream()
                    .filter(task -> task.code().equals(code))
                    .map(OpenTask::due)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            return due.at().atZone(PathwayFixture.ZONE).toLocalDateTime();
        }

        <F extends PathwayEvent> List<F> all(Class<F> type) {
            return pathway.facts().stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        List<LocalDateTime> times(Class<? extends PathwayEvent> type) {
            return all(type).stream()
                    .map(fact -> fact.occurredAt()
                            .atZoneSameInstant(PathwayFixture.ZONE)
                            .toLocalDateTime())
                    .toList();
        }
    }

    private static OffsetDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(PathwayFixture.ZONE).toOffsetDateTime();
    }

    /** Assertion 4 of all stories: a step leaves nothing open that it is there for, nothing is late twice, and after the end nothing is left. */
    @ParameterizedTest
    @CsvSource({
        "sc-01, 2025-01-14",
        "sc-02, 2025-03-18",
        "sc-06, 2025-03-11",
        "sc-09, 2026-04-14",
        "sc-11, 2025-09-10",
        "sc-14, 2025-06-03",
        "sc-17, 2025-05-13"
    })
    void noTimerIsLeftThatTheStateDoesNotImply(String name, LocalDate stageOne) {
        Lived lived = new Lived(name, stageOne).toItsEnd();
        if (lived.state().phase().isEnd()) {
            // The record of an operation is signed whatever became of the pathway.
            assertThat(lived.codes())
                    .as("what is left after %s", lived.state().phase())
                    .isSubsetOf("T-14");
        }
        assertThat(lived.left).as("steps that left what they are there for").isEmpty();
        // What was told to somebody had become overdue, or was a step that the row counts from the start.
        List<String> late = new ArrayList<>();
        lived.all(TaskOverdue.class).forEach(fact -> late.add(fact.timer() + " " + fact.task() + " " + fact.since()));
        lived.all(TaskEscalated.class)
                .forEach(fact -> late.add(fact.timer() + " " + fact.task() + " " + fact.step() + " " + fact.since()));
        assertThat(late).doesNotHaveDuplicates();
    }

    /** SC-06: while the patient is in hospital the ward is called and not the home. */
    @Test
    void theDayOneCallCountsFromTheDischargeFromTheHospital() {
        Lived lived = new Lived("sc-06", LocalDate.of(2025, 3, 11)).until("2025-03-12T09:00");
        assertThat(lived.codes()).contains("WARD").doesNotContain("T-17");
        LocalDateTime tinel = lived.due("T-22");
        lived.until("2025-03-13T12:30");
        assertThat(lived.codes()).contains("T-17").doesNotContain("WARD");
        assertThat(lived.due("T-17")).isEqualTo("2025-03-14T18:00");
        assertThat(lived.due("T-22")).isEqualTo(tinel);
    }

    /** SC-09: the consent and the clearance run out, and only the operation that was done starts the clock of the nerve. */
    @Test
    void whatWasPreparedRunsOutAndTheClockOfTheNerveStartsOnce() {
        Lived lived = new Lived("sc-09", LocalDate.of(2026, 4, 14)).until("2026-05-30T09:00");
        assertThat(lived.times(PreOpClearanceExpired.class)).containsExactly(LocalDateTime.parse("2026-05-11T00:00"));
        assertThat(lived.codes()).doesNotContain("T-22", "T-25");
        lived.until("2026-06-20T09:00");
        assertThat(lived.codes()).doesNotContain("T-22", "T-25");
        lived.toItsEnd();
        assertThat(lived.due("T-22").toLocalDate()).isEqualTo("2026-10-21");
        assertThat(lived.times(ConsentExpired.class)).isNotEmpty();
    }

    /** SC-11: nothing is asked of a lost patient, and no window lapses until she is back. */
    @Test
    void theWindowOfALostPatientDoesNotLapse() {
        Lived lived = new Lived("sc-11", LocalDate.of(2025, 9, 10)).until("2026-10-30T09:00");
        assertThat(lived.state().phase()).isEqualTo(Phase.LOST_TO_FOLLOW_UP);
        assertThat(lived.codes()).doesNotContain("T-22", "T-23", "T-24", "T-25", "T-33");
        assertThat(lived.times(NeurotizationWindowLapsed.class)).isEmpty();
        lived.toItsEnd();
        assertThat(lived.times(NeurotizationWindowLapsed.class)).hasSize(1);
    }

    /** SC-14: what was late stays on record when it is closed late, and a window that has lapsed is not taken back by a late entry. */
    @Test
    void whatWasLateStaysLate() {
        Lived lived = new Lived("sc-14", LocalDate.of(2025, 6, 3)).until("2025-07-14T23:00");
        assertThat(lived.all(TaskOverdue.class))
                .filteredOn(fact -> fact.timer().equals("T-18"))
                .extracting(fact -> fact.since().toLocalDate())
                .containsExactly(LocalDate.parse("2025-06-15"));
        assertThat(lived.codes()).contains("T-18");
        lived.until("2025-07-15T23:00");
        assertThat(lived.codes()).doesNotContain("T-18");
        lived.until("2026-06-04T12:00");
        assertThat(lived.times(NeurotizationWindowLapsed.class))
                .containsExactly(LocalDateTime.parse("2026-06-03T00:00"));
        lived.toItsEnd();
        assertThat(lived.times(NeurotizationWindowLapsed.class)).hasSize(1);
    }
}
