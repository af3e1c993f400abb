package org.crossface.pathway.followup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossface.pathway.Samples;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.recovery.events.FlapLost;
import org.crossface.pathway.recovery.events.RecoveryAdmitted;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.story.PathwayInMemory;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of a flap (T-29, P11). */
class FlapWatchTest {

    private static final Policy POLICY = Policy.defaults();
    private static final Instant REPERFUSED = Instant.parse("2025-10-07T20:00:00Z");
    private static final List<PathwayEvent> TEXTBOOK = new PathwayInMemory("pathway-1", "P-0101", "OR-1")
            .play(WrittenStory.textbook().steps(FaceSide.LEFT, LocalDate.of(2025, 1, 14)))
            .facts();

    private static List<Duration> since(Instant start, List<Instant> times) {
        return times.stream().map(time -> Duration.between(start, time)).toList();
    }

    @Test
    void itIsCloseAfterTheAdmissionThenHourlyThenEverySixHours() {
        Instant recovery = REPERFUSED.plus(Duration.ofHours(3)).plus(Duration.ofMinutes(20));
        List<Instant> times = FlapWatch.times(REPERFUSED, recovery, POLICY);
        assertThat(since(recovery, times).stream().limit(8).map(Duration::toMinutes))
                .as("15, 30, 45, 60, 90, 120 from the admission; 40 and 100 are the hours 4 and 5 of the reperfusion")
                .containsExactly(15L, 30L, 40L, 45L, 60L, 90L, 100L, 120L);
        assertThat(since(REPERFUSED, times).reversed().stream().limit(5).map(Duration::toHours))
                .containsExactly(72L, 66L, 60L, 54L, 48L);
        assertThat(times)
                .as("what fell into the operation is no time of the watch")
                .allMatch(recovery::isBefore);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-07T18:00:00Z, 2026-03-08T17:00:00Z, 23", "2026-10-31T17:00:00Z, 2026-11-01T18:00:00Z, 25"})
    @Tag("8.10")
    void aNightOfTwentyThreeOrTwentyFiveHoursHasAsManyHourlyChecks(Instant from, Instant until, int checks) {
        assertThat(FlapWatch.times(from, from, POLICY).stream()
                        .filter(time -> !time.isAfter(until))
                        .filter(time -> Duration.between(from, time).toMinutes() % 60 == 0))
                .hasSize(checks);
    }

    /** The textbook until recovery took the patient over after stage two. */
    private static List<PathwayEvent> inRecovery() {
        int index = TEXTBOOK.size() - 1;
        while (!(TEXTBOOK.get(index) instanceof RecoveryAdmitted)) {
            index--;
        }
        return new ArrayList<>(TEXTBOOK.subList(0, index + 1));
    }

    private static Optional<OpenTask> next(List<PathwayEvent> facts) {
        return Timetable.of(PathwayState.of(facts), POLICY).tasks().stream()
                .filter(task -> task.code().equals("T-29"))
                .findFirst();
    }

    private static Instant due(List<PathwayEvent> facts) {
        return requireNonNull(next(facts).orElseThrow().due()).at();
    }

    private static List<PathwayEvent> checked(List<PathwayEvent> facts, Instant at) {
        MuscleFlap flap = PathwayState.of(facts).flaps().all().getLast();
        List<PathwayEvent> more = new ArrayList<>(facts);
        OffsetDateTime time = at.atOffset(facts.getLast().occurredAt().getOffset());
        more.add(Samples.of(
                FlapChecked.class,
                Map.of("caseId", flap.caseId(), "flapId", flap.flapId(), "factId", "check-" + at, "occurredAt", time)));
        return more;
    }

    @Test
    void aCheckSatisfiesEveryTimeWithinFifteenMinutesOfIt() {
        List<PathwayEvent> facts = inRecovery();
        Instant admitted = facts.getLast().occurredAt().toInstant();
        assertThat(due(facts)).isAfter(admitted).isBeforeOrEqualTo(admitted.plus(Duration.ofMinutes(15)));
        Instant check = admitted.plus(Duration.ofMinutes(30));
        Instant after = due(checked(facts, check));
        assertThat(after).as("the time at 45 min is 15 min away").isAfter(check.plus(Duration.ofMinutes(15)));
        assertThat(due(checked(facts, check.minusSeconds(1))))
                .as("one second more is too far")
                .isBeforeOrEqualTo(admitted.plus(Duration.ofMinutes(45)));
    }

    @Test
    void aCheckIsOverdueAfterFifteenMinutesAndTwoMissedInARowAreAnEmergency() {
        List<PathwayEvent> facts = inRecovery();
        OpenTask task = next(facts).orElseThrow();
        Instant due = requireNonNull(task.due()).at();
        Instant second = FlapWatch.times(
                        requireNonNull(PathwayState.of(facts)
                                        .flaps()
                                        .all()
                                        .getLast()
                                        .reperfusedAt())
                                .toInstant(),
                        facts.getLast().occurredAt().toInstant(),
                        POLICY)
                .stream()
                .filter(time -> time.isAfter(due))
                .findFirst()
                .orElseThrow();
        assertThat(requireNonNull(task.overdue()).at()).isEqualTo(due.plus(Duration.ofMinutes(15)));
        assertThat(task.steps())
                .filteredOn(step -> step.who().startsWith("Emergency"))
                .singleElement()
                .satisfies(step -> assertThat(step.at()).isEqualTo(second.plus(Duration.ofMinutes(15))));
        assertThat(task.steps())
                .extracting(OpenTask.Told::who)
                .contains("After-care nurse, lead", "Surgeon", "Surgeon on call");
    }

    @Test
    void theWatchEndsWithItsLastTimeOrWithTheFlap() {
        List<PathwayEvent> facts = inRecovery();
        MuscleFlap flap = PathwayState.of(facts).flaps().all().getLast();
        Instant end = requireNonNull(flap.reperfusedAt()).toInstant().plus(Duration.ofDays(3));
        assertThat(next(facts).orElseThrow().endsAt()).isEqualTo(end.plus(Duration.ofMinutes(15)));
        assertThat(next(checked(facts, end))).isEmpty();
        List<PathwayEvent> lost = new ArrayList<>(facts);
        lost.add(Samples.of(
                FlapLost.class,
                Map.of(
                        "caseId",
                        flap.caseId(),
                        "flapId",
                        flap.flapId(),
                        "factId",
                        "lost",
                        "occurredAt",
                        facts.getLast().occurredAt().plusHours(1))));
        assertThat(next(lost)).isEmpty();
    }

    /** the watch that Today shows and the timer are one evaluation. */
    @Test
    void afterADeviationTheTimerKnowsTheDenserChecksThatTodayShows() {
        List<PathwayEvent> facts = new ArrayList<>(inRecovery());
        facts.replaceAll(fact -> fact instanceof StageTwoCompleted completed
                ? Samples.with(completed, Map.of("deviation", "No vein could be joined", "secondSurgeonId", ABSENT))
                : fact);
        MuscleFlap flap = PathwayState.of(facts).flaps().all().getLast();
        Instant check = requireNonNull(flap.reperfusedAt()).toInstant().plus(Duration.ofHours(30));
        assertThat(due(checked(inRecovery(), check))).as("as planned").isAfter(check.plus(Duration.ofMinutes(30)));
        List<PathwayEvent> watched = checked(facts, check);
        assertThat(due(watched)).isEqualTo(check.plus(Duration.ofMinutes(30)));
        assertThat(FlapWatch.denserCheckAt(PathwayState.of(watched), flap.caseId(), POLICY))
                .contains(due(watched));
    }
}
