package org.crossface.pathway.oversight.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.followup.LateTask;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.oversight.TaskEscalated;
import org.crossface.pathway.oversight.TaskOverdue;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.story.PathwayInMemory;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded while time passes and nobody does anything. */
class LatenessTest {

    private static final Duration THREE_YEARS = Duration.ofDays(1_095);

    static Stream<List<PathwayEvent>> histories() {
        return Stream.of(
                Histories.referred(),
                Histories.evaluated(),
                Histories.planned(),
                Histories.stageOneScheduled(),
                Histories.stageOneDone(),
                Histories.readyForStageTwo(),
                Histories.stageTwoScheduled(),
                afterStageTwo(120),
                afterStageTwo(150));
    }

    /** The first facts of the textbook story, to the recovery after the transfer and to the first weeks at home. */
    private static List<PathwayEvent> afterStageTwo(int facts) {
        return new PathwayInMemory(Histories.PATHWAY, "P-0101", "OR-1")
                .play(WrittenStory.textbook().steps(FaceSide.LEFT, LocalDate.of(2025, 1, 14)))
                .facts()
                .subList(0, facts);
    }

    /** The events that the aggregate records when it is asked at this time. */
    private static List<PathwayEvent> recordedAt(List<PathwayEvent> facts, Instant now) {
        List<PathwayEvent> recorded = new ArrayList<>();
        FixtureConfiguration<CarePathway> fixture = PathwayFixture.at(now);
        fixture.given(facts)
                .when(
                        new RecordLateness(
                                Histories.PATHWAY,
                                now.atZone(PathwayFixture.ZONE).toOffsetDateTime()),
                        PathwayFixture.as("follow-up", Role.SYSTEM))
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(Matchers.payloadsMatching(Matchers.matches(payloads -> {
                    ((List<?>) payloads).forEach(each -> recorded.add((PathwayEvent) each));
                    return true;
                })));
        return recorded;
    }

    private static Instant lastOf(List<PathwayEvent> facts) {
        return facts.stream()
                .map(each -> each.occurredAt().toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static Instant since(PathwayEvent event) {
        return switch (event) {
            case TaskOverdue e -> e.since().toInstant();
            case TaskEscalated e -> e.since().toInstant();
            default -> throw new AssertionError(event);
        };
    }

    /** What it says, apart from when it was found. */
    private static String said(PathwayEvent event) {
        return switch (event) {
            case TaskOverdue e -> e.since().toInstant() + " " + e.timer() + " " + e.task();
            case TaskEscalated e ->
                e.since().toInstant() + " " + e.timer() + " " + e.task() + " " + e.step() + " " + e.told();
            default -> throw new AssertionError(event);
        };
    }

    @ParameterizedTest
    @MethodSource("histories")
    void threeYearsAtOnceAreTheHistoryThatLivingThemGives(List<PathwayEvent> facts) {
        Instant until = lastOf(facts).plus(THREE_YEARS);
        List<PathwayEvent> atOnce = recordedAt(facts, until);
        // Only what is planned waits for its next step without a date.
        assertThat(atOnce.isEmpty()).isEqualTo(PathwayState.of(facts).phase() == Phase.CANDIDATE);
        assertThat(atOnce).extracting(LatenessTest::since).isSorted();
        assertThat(atOnce).extracting(LatenessTest::said).doesNotHaveDuplicates();

        List<PathwayEvent> lived = new ArrayList<>(facts);
        SplittableRandom random = new SplittableRandom(7);
        Instant now = lastOf(facts);
        while (now.isBefore(until)) {
            // A server that is away for up to forty days now and then.
            now = now.plus(Duration.ofHours(random.nextInt(4) == 0 ? random.nextInt(1, 960) : random.nextInt(1, 72)));
            Instant at = now.isAfter(until) ? until : now;
            if (LateTask.next(PathwayState.of(lived), Policy.defaults())
                    .filter(late -> !late.at().isAfter(at))
                    .isPresent()) {
                lived.addAll(recordedAt(lived, at));
            }
        }
        assertThat(lived.subList(facts.size(), lived.size()))
                .extracting(LatenessTest::said)
                .containsExactlyElementsOf(
                        atOnce.stream().map(LatenessTest::said).toList());
    }

    /** What is recorded names its task by these two for ever. */
    @ParameterizedTest
    @MethodSource("histories")
    void noTwoTasksOfAPathwayHaveOneName(List<PathwayEvent> facts) {
        assertThat(Timetable.of(PathwayState.of(facts), Policy.defaults()).tasks())
                .extracting(task -> task.code() + " " + task.key())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatWasRecordedIsNotRecordedAgainAndAsksForNothingBeforeTheNextOne() {
        List<PathwayEvent> facts = new ArrayList<>(Histories.stageOneDone());
        LateTask first =
                LateTask.next(PathwayState.of(facts), Policy.defaults()).orElseThrow();
        assertThat(recordedAt(facts, first.at().minusMillis(1))).isEmpty();
        List<PathwayEvent> recorded = recordedAt(facts, first.at());
        assertThat(recorded).isNotEmpty();
        facts.addAll(recorded);
        assertThat(recordedAt(facts, first.at())).isEmpty();
        assertThat(LateTask.next(PathwayState.of(facts), Policy.defaults()))
                .hasValueSatisfying(next -> assertThat(next.at()).isAfter(first.at()));
    }

    @Test
    void whatIsFoundLateSaysWhenItBecameSoAndWhenItWasFound() {
        Instant found = lastOf(Histories.referred()).plus(Duration.ofDays(60));
        assertThat(recordedAt(Histories.referred(), found)).first().satisfies(event -> {
            TaskOverdue late = (TaskOverdue) event;
            assertThat(late.timer()).isEqualTo("T-01");
            assertThat(late.since().toInstant()).isBefore(found.minus(Duration.ofDays(40)));
            assertThat(late.occurredAt())
                    .isEqualTo(found.atZone(PathwayFixture.ZONE).toOffsetDateTime());
        });
    }

    /** The clock of PostgreSQL has said that the deadline has passed; that of the node which sends the command may be behind or ahead. */
    @ParameterizedTest
    @ValueSource(longs = {-600, -3_600, 600, 100_000})
    void theClockOfTheNodeDoesNotMatter(long secondsOff) {
        Instant now = lastOf(Histories.referred()).plus(Duration.ofDays(60));
        RecordLateness command = new RecordLateness(
                Histories.PATHWAY, now.atZone(PathwayFixture.ZONE).toOffsetDateTime());
        Map<String, String> told = new HashMap<>(PathwayFixture.as("follow-up", Role.SYSTEM));
        told.put(CircumstancesResolver.NOW, now.toString());
        PathwayFixture.at(now.plusSeconds(secondsOff))
                .given(Histories.referred())
                .when(command, told)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void controlByTheClockOfANodeThatIsBehindItWouldBeRefused() {
        Instant now = lastOf(Histories.referred()).plus(Duration.ofDays(60));
        RecordLateness command = new RecordLateness(
                Histories.PATHWAY, now.atZone(PathwayFixture.ZONE).toOffsetDateTime());
        PathwayFixture.at(now.minusSeconds(600))
                .given(Histories.referred())
                .when(command, PathwayFixture.as("follow-up", Role.SYSTEM))
                .expectException(CommandRefused.class);
    }

    /** A person cannot say what time it is. */
    @Test
    void onlyTheServiceItselfTellsTheTime() {
        Instant now = lastOf(Histories.referred()).plus(Duration.ofDays(60));
        Map<String, Object> told = new HashMap<>(PathwayFixture.as(Role.SURGEON));
        told.put(CircumstancesResolver.NOW, now.plus(Duration.ofDays(30)).toString());
        CircumstancesResolver resolver = new CircumstancesResolver(
                Clock.fixed(now, ZoneOffset.UTC),
                at -> Policy.defaults(),
                new PathwayFixture.KnownReference(),
                new PathwayFixture.FreeReservations(),
                () -> "id-1");
        assertThat(resolver.resolveParameterValue(new GenericMessage<>("a command", told))
                        .now())
                .isEqualTo(now);
    }
}
