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
import java.util.stream.Stream;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.followup.Passing;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.oversight.TaskOverdue;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.story.PathwayInMemory;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded while time passes and nobody does anything. */
class LatenessTest {

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
        Passing first = Passing.next(PathwayState.of(facts), Policy.defaults()).orElseThrow();
        assertThat(recordedAt(facts, first.at().minusMillis(1))).isEmpty();
        List<PathwayEvent> recorded = recordedAt(facts, first.at());
        assertThat(recorded).isNotEmpty();
        facts.addAll(recorded);
        assertThat(recordedAt(facts, first.at())).isEmpty();
        assertThat(Passing.next(PathwayState.of(facts), Policy.defaults()))
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
