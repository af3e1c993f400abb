package org.crossface.pathway.oversight.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.Refused;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.oversight.EscalationAcknowledged;
import org.crossface.pathway.oversight.FactContradicted;
import org.crossface.pathway.oversight.Handling;
import org.crossface.pathway.oversight.TaskClaimed;
import org.crossface.pathway.oversight.TaskFact;
import org.crossface.pathway.oversight.TaskReassigned;
import org.crossface.pathway.oversight.TaskReleased;
import org.crossface.pathway.oversight.TaskSnoozed;
import org.crossface.pathway.oversight.correction.RetractRecord;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.scheduling.events.PreOpClearanceGranted;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Test;

/**
 * Stage one was on 2025-01-14: the first Tinel check (T-22) is due on 2025-04-14 and overdue on 2025-05-12, when the lead of the coordinators is
 * told, and a surgeon a week later.
 */
class TaskTest {

    private static final String CALM = "2025-05-05";
    private static final String ESCALATED = "2025-05-13";
    private static final String LATER = "2025-05-20";

    private static Course grown() {
        return Course.of(Histories.stageOneDone());
    }

    private static OpenTask task(List<PathwayEvent> facts, String code) {
        return Timetable.of(PathwayState.of(facts), Policy.defaults()).tasks().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Course course, String code) {
        return task(course.facts(), code).name();
    }

    private static Map<String, Object> values(String task, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.put("task", task);
        return all;
    }

    private static ResultValidator<CarePathway> when(
            Course course, Role role, Class<? extends PathwayCommand> command, String day, Map<String, ?> more) {
        return course.when(role, command, day, values(name(course, "T-22"), more));
    }

    /** The course with the fact that the command records. */
    private static Course after(
            Course course, Role role, Class<? extends PathwayCommand> command, String day, Map<String, ?> more) {
        List<PathwayEvent> facts = new ArrayList<>(course.facts());
        when(course, role, command, day, more)
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(Matchers.payloadsMatching(Matchers.matches(payloads -> {
                    ((List<?>) payloads).forEach(each -> facts.add((PathwayEvent) each));
                    return true;
                })));
        return Course.of(facts);
    }

    private static TaskFact last(Course course) {
        return (TaskFact) course.facts().getLast();
    }

    private static Instant noon(String day) {
        return Course.noon(day).toInstant();
    }

    @Test
    void whoTakesOnATaskHasItUntilItIsGivenBack() {
        Course claimed = after(grown(), Role.SURGICAL_COORDINATOR, ClaimTask.class, CALM, Map.of());
        assertThat(last(claimed)).isInstanceOf(TaskClaimed.class);
        assertThat(task(claimed.facts(), "T-22").person()).contains("user-SC");
        when(claimed, Role.SURGEON, ClaimTask.class, CALM, Map.of()).expectException(Refused.by("SEQ-CLAIM", "task"));
        when(claimed, Role.SURGICAL_COORDINATOR, ClaimTask.class, CALM, Map.of())
                .expectException(Refused.by("SEQ-CLAIM", "task"));
        when(claimed, Role.SURGEON, ReleaseTask.class, CALM, Map.of()).expectException(Refused.by("SEQ-CLAIM", "task"));
        Course released = after(claimed, Role.SURGICAL_COORDINATOR, ReleaseTask.class, CALM, Map.of());
        assertThat(last(released)).isInstanceOf(TaskReleased.class);
        assertThat(task(released.facts(), "T-22").person()).isEmpty();
    }

    @Test
    void onlyAnOpenTaskOfTheRoleIsTakenOn() {
        Course course = grown();
        when(course, Role.THERAPIST, ClaimTask.class, CALM, Map.of()).expectException(Refused.by("SEQ-TASK", "task"));
        course.when(Role.SURGICAL_COORDINATOR, ClaimTask.class, CALM, Map.of("task", "T-22 another"))
                .expectException(Refused.by("REF-TASK", "task"));
        course.when(Role.SURGICAL_COORDINATOR, ClaimTask.class, CALM, Map.of("task", "T-35 2025-01-14"))
                .expectException(Refused.by("REF-TASK", "task"));
    }

    @Test
    void aTaskRestsForAWhileAndWakesWhenSomebodyElseIsTold() {
        Course resting = after(
                grown(), Role.SURGICAL_COORDINATOR, SnoozeTask.class, CALM, Map.of("until", Course.noon("2025-05-12")));
        assertThat(last(resting)).isInstanceOf(TaskSnoozed.class);
        OpenTask task = task(resting.facts(), "T-22");
        Instant told = task.steps().getFirst().at();
        assertThat(told).isBefore(noon("2025-05-12"));
        assertThat(task.isSnoozedAt(told.minusMillis(1))).isTrue();
        assertThat(task.isSnoozedAt(told)).isFalse();
        assertThat(task.nextChange(told)).contains(noon("2025-05-12"));
        // It is as late as it would be without.
        assertThat(task.overdue()).isEqualTo(task(grown().facts(), "T-22").overdue());
        assertThat(task.steps()).isEqualTo(task(grown().facts(), "T-22").steps());
    }

    @Test
    void aTaskRestsNoLongerThanThePolicyLets() {
        OffsetDateTime aWeek = Course.noon(CALM).plusDays(7);
        when(grown(), Role.SURGICAL_COORDINATOR, SnoozeTask.class, CALM, Map.of("until", aWeek))
                .expectSuccessfulHandlerExecution();
        when(grown(), Role.SURGICAL_COORDINATOR, SnoozeTask.class, CALM, Map.of("until", aWeek.plusMinutes(1)))
                .expectException(Refused.by("SEQ-SNOOZE", "until"));
        when(grown(), Role.SURGICAL_COORDINATOR, SnoozeTask.class, CALM, Map.of("until", Course.noon(CALM)))
                .expectException(Refused.by("SEQ-SNOOZE", "until"));
    }

    @Test
    void aTaskDoesNotRestForHalfAYear() {
        when(
                        grown(),
                        Role.SURGICAL_COORDINATOR,
                        SnoozeTask.class,
                        "2025-01-20",
                        Map.of("until", Course.noon("2025-07-20")))
                .expectException(Refused.by("SEQ-SNOOZE", "until"));
    }

    @Test
    void anEscalatedTaskRestsAtMostUntilTheNextStep() {
        OffsetDateTime next = task(grown().facts(), "T-22")
                .steps()
                .getLast()
                .at()
                .atOffset(Course.noon(ESCALATED).getOffset());
        when(grown(), Role.SURGICAL_COORDINATOR, SnoozeTask.class, ESCALATED, Map.of("until", next))
                .expectSuccessfulHandlerExecution();
        when(grown(), Role.SURGICAL_COORDINATOR, SnoozeTask.class, ESCALATED, Map.of("until", next.plusSeconds(1)))
                .expectException(Refused.by("SEQ-SNOOZE", "until"));
        when(grown(), Role.SURGICAL_COORDINATOR, SnoozeTask.class, LATER, Map.of("until", Course.noon("2025-05-21")))
                .expectException(Refused.by("SEQ-SNOOZE", "until"));
    }

    @Test
    void aTaskIsGivenToAnotherRoleOrPerson() {
        Course given = after(
                grown(),
                Role.SURGICAL_COORDINATOR,
                ReassignTask.class,
                CALM,
                Map.of("role", Role.THERAPIST, "person", "therapist", "reason", "The patient comes to therapy"));
        assertThat(last(given)).isInstanceOf(TaskReassigned.class);
        OpenTask task = task(given.facts(), "T-22");
        assertThat(task.owner()).isEqualTo(Role.THERAPIST);
        assertThat(task.person()).contains("therapist");
        when(given, Role.THERAPIST, ReassignTask.class, CALM, Map.of("role", ABSENT, "person", "therapist"))
                .expectException(Refused.by("SEQ-REASSIGN", "person"));
        when(given, Role.THERAPIST, ReassignTask.class, CALM, Map.of("role", ABSENT, "person", ABSENT))
                .expectException(Refused.by("SEQ-REASSIGN", "role"));
        when(given, Role.THERAPIST, ReassignTask.class, CALM, Map.of("role", Role.SYSTEM, "person", ABSENT))
                .expectException(Refused.by("SEQ-REASSIGN", "role"));
        when(given, Role.THERAPIST, ReassignTask.class, CALM, Map.of("role", ABSENT, "person", "Mrs. Miller"))
                .expectException(Refused.by("SEQ-REASSIGN", "person"));
    }

    @Test
    void whoWasToldTakesTheEscalationInHandAndNobodyFurtherUpIsTold() {
        when(grown(), Role.SURGICAL_COORDINATOR, AcknowledgeEscalation.class, CALM, Map.of())
                .expectException(Refused.by("SEQ-ESCALATION", "task"));
        when(grown(), Role.THERAPIST, AcknowledgeEscalation.class, ESCALATED, Map.of())
                .expectException(Refused.by("SEQ-ACKNOWLEDGE", "task"));
        Course course = after(grown(), Role.SURGICAL_COORDINATOR, AcknowledgeEscalation.class, ESCALATED, Map.of());
        assertThat(last(course))
                .isInstanceOfSatisfying(
                        EscalationAcknowledged.class,
                        fact -> assertThat(fact.step()).isEqualTo(1));
        assertThat(task(course.facts(), "T-22").toldUntil(noon(LATER)))
                .extracting(OpenTask.Told::role)
                .containsExactly(Role.SURGICAL_COORDINATOR);
        assertThat(task(grown().facts(), "T-22").toldUntil(noon(LATER)))
                .extracting(OpenTask.Told::role)
                .containsExactly(Role.SURGICAL_COORDINATOR, Role.SURGEON);
        when(course, Role.SURGEON, AcknowledgeEscalation.class, LATER, Map.of())
                .expectException(Refused.by("SEQ-ESCALATION", "task"));
    }

    @Test
    void whoWasToldFirstDoesNotAnswerForWhoWasToldAfterwards() {
        when(grown(), Role.SURGICAL_COORDINATOR, AcknowledgeEscalation.class, LATER, Map.of())
                .expectException(Refused.by("SEQ-ACKNOWLEDGE", "task"));
        when(grown(), Role.SURGEON, AcknowledgeEscalation.class, LATER, Map.of())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void theClockOfARedFlagStopsOnlyWhenItIsTakenOver() {
        Course course = grown().and(
                        RedFlagRaised.class,
                        "2025-02-03",
                        Map.of("flag", RedFlag.AIRWAY_OR_NECK_SWELLING, "factId", "flag-1"));
        course.when(Role.SURGEON, AcknowledgeEscalation.class, "2025-02-10", Map.of("task", name(course, "T-33")))
                .expectException(Refused.by("SEQ-ANSWER", "task"));
    }

    @Test
    void whatWasDoneAboutATaskContradictsNothingWhenTheTaskIsGone() {
        Course flagged = grown().and(
                        RedFlagRaised.class,
                        "2025-02-03",
                        Map.of("flag", RedFlag.AIRWAY_OR_NECK_SWELLING, "factId", "flag-1"));
        Course claimed = flagged.and(
                TaskClaimed.class,
                "2025-02-03",
                Map.of(
                        "timer",
                        "T-33",
                        "task",
                        task(flagged.facts(), "T-33").key(),
                        "start",
                        task(flagged.facts(), "T-33").start()));
        claimed.when(
                        Role.SURGEON,
                        RetractRecord.class,
                        "2025-02-04",
                        Map.of("targetFactId", "flag-1", "reason", "It was raised for another patient"))
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(Matchers.payloadsMatching(Matchers.matches(
                        payloads -> ((List<?>) payloads).stream().noneMatch(FactContradicted.class::isInstance))));
    }

    @Test
    void whatWasDoneAboutATaskIsGoneWithIt() {
        Course course = Course.of(Histories.readyForStageOne());
        Map<String, Object> values = values(name(course, "T-08"), Map.of());
        List<PathwayEvent> facts = new ArrayList<>(course.facts());
        course.when(Role.ANESTHESIOLOGIST, ClaimTask.class, "2025-01-10", values)
                .expectEventsMatching(Matchers.payloadsMatching(Matchers.matches(payloads -> {
                    ((List<?>) payloads).forEach(each -> facts.add((PathwayEvent) each));
                    return true;
                })));
        assertThat(task(facts, "T-08").person()).contains("user-AN");
        Course again = Course.of(facts)
                .and(
                        PreOpClearanceGranted.class,
                        "2025-01-10",
                        Map.of("stage", Stage.ONE, "validUntil", LocalDate.of(2025, 2, 9)));
        assertThat(task(again.facts(), "T-08").handling()).isEqualTo(Handling.NONE);
    }
}
