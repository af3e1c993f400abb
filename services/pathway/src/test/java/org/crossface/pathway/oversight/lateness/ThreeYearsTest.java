package org.crossface.pathway.oversight.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.consent.ConsentExpired;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Passing;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.intake.ReferralExpired;
import org.crossface.pathway.neurotization.NeurotizationWindowLapsed;
import org.crossface.pathway.oversight.EscalationAcknowledged;
import org.crossface.pathway.oversight.FactContradicted;
import org.crossface.pathway.oversight.PathwayPutOnHold;
import org.crossface.pathway.oversight.TaskEscalated;
import org.crossface.pathway.oversight.TaskOverdue;
import org.crossface.pathway.oversight.TaskSnoozed;
import org.crossface.pathway.oversight.task.AcknowledgeEscalation;
import org.crossface.pathway.oversight.task.ClaimTask;
import org.crossface.pathway.oversight.task.ReassignTask;
import org.crossface.pathway.oversight.task.SnoozeTask;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.scheduling.events.PreOpClearanceExpired;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.story.PathwayInMemory;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Test;

/**
 * Three years in one step leave the history that living them leaves: from random moments of the textbook patient and of other patients on, with
 * people who take on tasks, put them off and have their escalations in hand at random times, and a server that is away now and then.
 */
class ThreeYearsTest {

    private static final Duration THREE_YEARS = Duration.ofDays(1_095);
    private static final int ACTS = 14;

    /** Beginnings that the second test spares, since little can be done in them. */
    private static final int SPARED = 4;

    private static final Policy POLICY = Policy.defaults();

    private static final List<PathwayEvent> TEXTBOOK = new PathwayInMemory(Histories.PATHWAY, "P-0101", "OR-2")
            .play(WrittenStory.textbook().steps(FaceSide.LEFT, LocalDate.of(2025, 1, 14)))
            .facts();

    /** Where time begins to pass without facts. */
    private static Stream<List<PathwayEvent>> beginnings() {
        SplittableRandom random = new SplittableRandom(12);
        return Stream.concat(
                Stream.of(
                        Histories.referred(),
                        twiceNotified(),
                        Histories.evaluated(),
                        Histories.planned(),
                        Histories.stageOneScheduled(),
                        Histories.stageOneDone(),
                        Histories.readyForStageTwo(),
                        Histories.stageTwoScheduled(),
                        contradicted()),
                IntStream.range(0, 5).mapToObj(n -> TEXTBOOK.subList(0, random.nextInt(1, TEXTBOOK.size()))));
    }

    private static List<PathwayEvent> twiceNotified() {
        return Course.of(Histories.referred())
                .and(ContactAttempted.class, "2024-12-02")
                .and(ContactAttempted.class, "2024-12-20")
                .facts();
    }

    /** A booked operation whose neurotization was contradicted. */
    private static List<PathwayEvent> contradicted() {
        return Course.of(Histories.stageTwoScheduled())
                .and(
                        FactContradicted.class,
                        "2025-10-01",
                        Map.of("caseId", Histories.CASE_TWO, "invariantId", "INV-20"))
                .facts();
    }

    /** One life of a pathway. */
    private static final class Life {

        private final PathwayInMemory pathway;
        private final int before;
        private final Instant start;
        private final SplittableRandom random;
        private Optional<Instant> next;
        private Instant now;

        Life(List<PathwayEvent> facts, long seed) {
            this.pathway = new PathwayInMemory(Histories.PATHWAY, "P-0101", "OR-2").given(facts);
            this.before = facts.size();
            this.start = facts.stream()
                    .map(each -> each.occurredAt().toInstant())
                    .max(Instant::compareTo)
                    .orElseThrow();
            this.now = start;
            this.random = new SplittableRandom(seed);
            this.next = next();
        }

        private Optional<Instant> next() {
            return Passing.next(pathway.state(), POLICY).map(Passing::at);
        }

        /** The deadline is looked at then. */
        void pass(Instant now) {
            if (next.filter(at -> !at.isAfter(now)).isPresent()) {
                give(Role.SYSTEM, new RecordLateness(Histories.PATHWAY, time(now)));
            }
        }

        private void give(Role role, PathwayCommand command) {
            Optional<?> refused = pathway.give("user-" + role.code(), role, command);
            if (role == Role.SYSTEM) {
                assertThat(refused).as("%s", command).isEmpty();
            }
            next = next();
            // What was just recorded is not waited for.
            if (role == Role.SYSTEM) {
                assertThat(next.filter(at -> !at.isAfter(command.occurredAt().toInstant())))
                        .isEmpty();
            }
        }

        /** Somebody does something about one of the tasks, as it happens. */
        void act(Instant now) {
            pass(now);
            PathwayState state = pathway.state();
            List<OpenTask> open = Timetable.of(state, POLICY).at(now).stream()
                    .filter(task -> task.timer().kind().asksForWork())
                    .toList();
            if (open.isEmpty()) {
                return;
            }
            List<OpenTask> told =
                    open.stream().filter(task -> !task.toldUntil(now).isEmpty()).toList();
            int what = random.nextInt(6);
            List<OpenTask> among = what > 2 && !told.isEmpty() ? told : open;
            OpenTask task = among.get(random.nextInt(among.size()));
            OffsetDateTime at = time(now);
            String id = Histories.PATHWAY;
            switch (what) {
                case 0 -> give(task.owner(), new ClaimTask(id, at, task.name()));
                case 1 ->
                    give(task.owner(), new SnoozeTask(id, at, task.name(), at.plusDays(2), "The patient calls back"));
                case 2 ->
                    give(task.owner(), new ReassignTask(id, at, task.name(), Role.THERAPIST, null, "Comes to therapy"));
                default -> {
                    List<OpenTask.Told> steps = task.toldUntil(now);
                    Role role = steps.isEmpty() ? task.owner() : steps.getLast().role();
                    give(role, new AcknowledgeEscalation(id, at, task.name(), "Called, comes on Monday"));
                }
            }
        }

        List<PathwayEvent> lived() {
            List<PathwayEvent> facts = pathway.facts();
            return facts.subList(before, facts.size());
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atZone(PathwayFixture.ZONE).toOffsetDateTime();
    }

    /** What a fact says, apart from when a lateness was found. */
    private static String said(PathwayEvent event) {
        return switch (event) {
            case TaskOverdue e -> e.since().toInstant() + " " + e.timer() + " " + e.task();
            case TaskEscalated e ->
                e.since().toInstant() + " " + e.timer() + " " + e.task() + " " + e.step() + " " + e.told();
            default -> event.toString();
        };
    }

    private static Instant since(PathwayEvent event) {
        return switch (event) {
            case TaskOverdue e -> e.since().toInstant();
            case TaskEscalated e -> e.since().toInstant();
            default -> event.occurredAt().toInstant();
        };
    }

    @Test
    void threeYearsAtOnceAreTheHistoryThatLivingThemGives() {
        List<PathwayEvent> seen = new ArrayList<>();
        long seed = 0;
        for (List<PathwayEvent> facts : beginnings().toList()) {
            seed++;
            Life atOnce = new Life(facts, seed);
            atOnce.pass(atOnce.start.plus(THREE_YEARS));
            assertThat(atOnce.lived()).extracting(ThreeYearsTest::since).isSorted();

            Life dayByDay = new Life(facts, seed);
            SplittableRandom steps = new SplittableRandom(seed);
            live(dayByDay, steps, dayByDay.start.plus(THREE_YEARS));
            assertThat(dayByDay.lived())
                    .extracting(ThreeYearsTest::said)
                    .containsExactlyElementsOf(
                            atOnce.lived().stream().map(ThreeYearsTest::said).toList());
            assertThat(dayByDay.lived()).extracting(ThreeYearsTest::said).doesNotHaveDuplicates();
            seen.addAll(dayByDay.lived());
        }
        // What the reference lets happen by itself has happened.
        assertThat(seen)
                .hasAtLeastOneElementOfType(ReferralExpired.class)
                .hasAtLeastOneElementOfType(ConsentExpired.class)
                .hasAtLeastOneElementOfType(PreOpClearanceExpired.class)
                .hasAtLeastOneElementOfType(PathwayPutOnHold.class)
                .hasAtLeastOneElementOfType(NeurotizationWindowLapsed.class)
                .hasAtLeastOneElementOfType(SurgeryCancelled.class);
    }

    @Test
    void andSoAreTheYearsInWhichPeopleDoSomethingAboutTheirTasks() {
        List<PathwayEvent> seen = new ArrayList<>();
        long seed = 100;
        for (List<PathwayEvent> facts : beginnings().skip(SPARED).toList()) {
            seed++;
            SplittableRandom times = new SplittableRandom(seed);
            Life between = new Life(facts, seed);
            Life dayByDay = new Life(facts, seed);
            SplittableRandom steps = new SplittableRandom(seed + 1);
            Instant now = between.start;
            for (int act = 0; act < ACTS; act++) {
                now = now.plus(Duration.ofMinutes(times.nextInt(1, 60 * 24 * 120)));
                between.act(now);
                live(dayByDay, steps, now);
                dayByDay.act(now);
            }
            assertThat(dayByDay.lived())
                    .extracting(ThreeYearsTest::said)
                    .containsExactlyElementsOf(
                            between.lived().stream().map(ThreeYearsTest::said).toList());
            seen.addAll(dayByDay.lived());
        }
        assertThat(seen)
                .hasAtLeastOneElementOfType(EscalationAcknowledged.class)
                .hasAtLeastOneElementOfType(TaskSnoozed.class);
    }

    /** Looks at the deadline again and again until then; for up to forty days nobody does now and then. */
    private static void live(Life life, SplittableRandom steps, Instant until) {
        while (life.now.isBefore(until)) {
            int hours = steps.nextInt(4) == 0 ? steps.nextInt(1, 960) : steps.nextInt(1, 72);
            Instant later = life.now.plus(Duration.ofHours(hours));
            life.now = later.isAfter(until) ? until : later;
            life.pass(life.now);
        }
    }
}
