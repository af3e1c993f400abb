package org.crossface.pathway.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossface.pathway.vocabulary.FaceSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a story is read, and that what nobody can play is noticed. */
class WrittenStoryTest {

    private static final LocalDate STAGE_ONE = LocalDate.of(2025, 1, 14);
    private static final List<String> REFERRAL = List.of(
            "# Intake, counted from day 0",
            "-70 d 10:00  Surgical coordinator: Register referral",
            "    Referral date: -70 d; Paralysed side: the paralysed side");

    private static List<Step> steps(FaceSide paralysed, String... lines) {
        List<String> all = Stream.concat(REFERRAL.stream(), Stream.of(lines)).toList();
        return new WrittenStory(all).steps(paralysed, STAGE_ONE);
    }

    @Test
    void daysAndSidesAreThoseOfThePatient() {
        Step referral = steps(FaceSide.RIGHT).getFirst();
        assertThat(referral.at()).isEqualTo("2024-11-05T10:00-08:00");
        assertThat(referral.values())
                .containsExactlyInAnyOrderEntriesOf(Map.of("referredOn", "2024-11-05", "referredSide", "RIGHT"));
    }

    @Test
    void aStepIsRepeatedOnTheSameDayOfEachMonth() {
        List<Step> steps = steps(
                FaceSide.LEFT,
                "# Therapy, counted from day 17",
                "0 m 09:00, every month until 3 m 09:00  Physical therapist: Report home exercises",
                "    Days: 6 d; Minutes a day: 20 min");
        assertThat(steps.subList(1, steps.size()))
                .extracting(step -> step.at().toString())
                .containsExactly(
                        "2025-01-31T09:00-08:00",
                        "2025-02-28T09:00-08:00",
                        "2025-03-31T09:00-07:00",
                        "2025-04-30T09:00-07:00");
    }

    @Test
    void aStepIsRepeatedForEachOfTheValues() {
        List<Step> steps = steps(
                FaceSide.LEFT,
                "-25 d 09:10  Pre-op nurse: Record pre-op item",
                "    Stage: One; Item: each of Allergies, Nicotine free; Result: Pass");
        assertThat(steps.subList(1, steps.size()))
                .extracting(step -> step.values().get("item"))
                .containsExactly("ALLERGIES", "NICOTINE_FREE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -56 d 09:30  Surgeon: Complete the evaluation | | No form has this title
            -56 d 09:30  Chief surgeon: Complete evaluation | | Nobody has this role
            -56 d 09:30 Surgeon Complete evaluation | | Not a step
            -56 d 09:30  Surgeon: Complete evaluation | Mood: good | has no field Mood
            -56 d 09:30  Surgeon: Confirm healthy side | Branch: Oak | Oak is none of
            -56 d 09:30  Surgeon: Confirm healthy side | Usable smile: perhaps | Neither yes nor no
            -56 d 09:30  Surgeon: Record baseline grading | Smile excursion: 0.4 cm | 0.4 cm
            soon 09:30  Surgeon: Complete evaluation | | Not a time of a story
            """)
    void whatNoFormTakesIsNotAStep(String step, @Nullable String entered, String complaint) {
        assertThatThrownBy(() -> steps(FaceSide.LEFT, step, entered == null ? "" : "    " + entered))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sc-01", "sc-02", "sc-06", "sc-09", "sc-11", "sc-14", "sc-17"})
    void everyStoryCanBeReadForBothSides(String name) {
        for (FaceSide side : List.of(FaceSide.LEFT, FaceSide.RIGHT)) {
            assertThat(WrittenStory.ofPatient(name).steps(side, STAGE_ONE)).hasSizeGreaterThan(20);
        }
    }

    @Test
    void aPartOfAnotherStoryIsToldAtTheDaysOfThisOneAndWithoutWhatWasRefused() {
        List<Step> steps = steps(
                FaceSide.LEFT,
                "# Later, counted from day 10",
                "as SC-01: Evaluation, from Record goals, up to Complete evaluation",
                "-55 d 09:00, for -56 d 09:00  Surgeon: Record goals, refused by INV-61",
                "    => pathway: phase REFERRED; graft/status NONE");
        assertThat(steps.subList(1, steps.size()))
                .extracting(step -> step.command().title())
                .containsExactly(
                        "Record goals",
                        "Characterise paralysis",
                        "Confirm healthy side",
                        "Record baseline grading",
                        "Complete evaluation",
                        "Record goals");
        assertThat(steps.get(1).at()).isEqualTo("2024-11-29T09:30-08:00");
        assertThat(steps.getLast().happened()).isEqualTo("2024-11-29T09:00-08:00");
        assertThat(steps.getLast().shown())
                .containsExactly(
                        new Shown("pathway", "phase", "REFERRED"), new Shown("pathway", "graft/status", "NONE"));
        assertThatThrownBy(() -> steps(
                        FaceSide.LEFT, "# Later, counted from day 10", "as SC-01: Evaluation, from Record closure"))
                .hasMessageContaining("no such part");
    }

    @Test
    void aStepThatTheRulesTakeOtherwiseThanToldFails() {
        PathwayInMemory pathway = new PathwayInMemory("pathway-1", "P-0101", "OR-1");
        assertThatThrownBy(() -> pathway.play(steps(FaceSide.LEFT, "-56 d 09:30  Surgeon: Complete evaluation")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("INV-09");
        assertThatThrownBy(() -> new PathwayInMemory("pathway-2", "P-0102", "OR-1")
                        .play(steps(FaceSide.LEFT, "-56 d 09:30  Surgeon: Complete evaluation, refused by INV-10")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("INV-09");
    }
}
