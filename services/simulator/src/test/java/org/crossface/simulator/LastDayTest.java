package org.crossface.simulator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.simulator.StandIn.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whenever somebody starts the demonstration, it ends in the middle of a busy theatre day, with people waiting in every phase. */
class LastDayTest {

    @TempDir
    private Path directory;

    @Test
    void endsOnTheNearestWeekdayAtTheSameHour() {
        for (int hour = 0; hour < 24 * 14; hour++) {
            Instant now = Instant.parse("2026-11-15T00:30:00Z").plus(Duration.ofHours(hour));
            Instant end = MiddayOfTheatres.nearest(now);
            LocalDate day = World.dayOf(end);
            DayOfWeek weekday = World.dayOf(now).getDayOfWeek();
            boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;

            assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(end).isEqualTo(World.at(day, "13:20").toInstant());
            assertThat(Duration.between(now, end).abs()).isLessThanOrEqualTo(Duration.ofHours(weekend ? 36 : 18));
        }
    }

    static Stream<LocalDate> daysOfStart() {
        LocalDate first = LocalDate.parse("2026-11-16");
        return Stream.iterate(first, day -> day.plusDays(9)).limit(30);
    }

    @ParameterizedTest
    @MethodSource("daysOfStart")
    void showsEveryRungAndEveryLane(LocalDate started) {
        Instant now = started.atTime(9, 0).toInstant(ZoneOffset.UTC);
        Instant until = MiddayOfTheatres.nearest(now);
        Instant from = started.minusMonths(40).atTime(9, 0).toInstant(ZoneOffset.UTC);
        StandIn server = new StandIn(from);
        try (Journal journal = Journal.open(directory.resolve("cohort.journal"))) {
            Script script = new Script(20261122L, from, until);
            journal.begin(script);
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            new Performance(server, journal, script, nowhere, false).play();
        }

        List<List<String>> today = today(server, World.dayOf(until));
        assertThat(today).as("the list of the last day").hasSize(5);
        assertThat(today.stream().map(LastDayTest::rung).toList())
                .containsExactlyInAnyOrder("discharged", "in recovery", "in theatre", "in theatre", "waiting");
        assertThat(lanes(server)).containsExactlyInAnyOrder(Lane.values());
    }

    /** The commands of each patient who is operated on this day. */
    private static List<List<String>> today(StandIn server, LocalDate day) {
        Set<String> listed = server.taken().stream()
                .filter(step -> step.command().equals("schedule-surgery")
                        && step.text("startsAt").startsWith(day.toString()))
                .flatMap(step -> step.pathway().stream())
                .collect(toSet());
        Map<String, List<String>> commands = server.taken().stream()
                .filter(step -> step.pathway().filter(listed::contains).isPresent()
                        && step.text("occurredAt").startsWith(day.toString()))
                .collect(groupingBy(step -> step.pathway().orElseThrow(), mapping(Taken::command, toList())));
        return List.copyOf(commands.values());
    }

    private static String rung(List<String> commands) {
        return commands.contains("discharge-patient")
                ? "discharged"
                : commands.contains("admit-to-recovery")
                        ? "in recovery"
                        : commands.contains("induce-anesthesia")
                                ? "in theatre"
                                : commands.contains("admit-patient") ? "waiting" : "expected";
    }

    private enum Lane {
        REFERRAL,
        EVALUATION,
        DECISION,
        STAGE_ONE,
        NERVE_GROWING,
        STAGE_TWO,
        REHABILITATION,
        OUTCOME,
        COMPLETED
    }

    private static Set<Lane> lanes(StandIn server) {
        Map<String, Set<String>> commands = server.taken().stream()
                .filter(step -> step.pathway().isPresent())
                // To take on the triage moves nobody.
                .filter(step -> !step.command().equals("claim-task"))
                .collect(groupingBy(
                        step -> step.pathway().orElseThrow(),
                        mapping(step -> step.command() + ":" + step.text("stage"), toSet())));
        Set<Lane> lanes = commands.values().stream().map(LastDayTest::lane).collect(toSet());
        long referred = server.taken().stream()
                .filter(step -> step.step().type().equals(Step.FHIR))
                .count();
        if (referred > commands.size()) {
            lanes.add(Lane.REFERRAL);
        }
        return lanes;
    }

    private static Lane lane(Set<String> commands) {
        Map<String, Lane> marks = new LinkedHashMap<>();
        marks.put("complete-pathway:", Lane.COMPLETED);
        marks.put("complete-rehabilitation:", Lane.OUTCOME);
        marks.put("start-rehabilitation:", Lane.REHABILITATION);
        marks.put("confirm-neurotization:", Lane.STAGE_TWO);
        marks.put("assess-tinel:", Lane.NERVE_GROWING);
        marks.put("select-plan:", Lane.STAGE_ONE);
        marks.put("complete-evaluation:", Lane.DECISION);
        return marks.entrySet().stream()
                .filter(mark -> commands.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Lane.EVALUATION);
    }
}
