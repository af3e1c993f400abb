package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossface.pathway.Course;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.Histories;
import org.crossface.pathway.Refused;
import org.crossface.pathway.aftercare.vocabulary.InfectionClass;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.aftercare.wound.DiagnoseInfection;
import org.crossface.pathway.evaluation.FaceQuestionnaire;
import org.crossface.pathway.evaluation.Sunnybrook;
import org.crossface.pathway.followup.FlapWatch;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.intake.Age;
import org.crossface.pathway.neurotization.growth.NeurotizationRules;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.recovery.RecoveryDay;
import org.crossface.pathway.recovery.events.AldreteScored;
import org.crossface.pathway.recovery.pacu.EnterPhaseTwo;
import org.crossface.pathway.recovery.pacu.ScorePadss;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.PadssVariant;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.state.Stay;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.transfer.CompleteStageTwo;
import org.crossface.pathway.surgery.transfer.RecordReperfusion;
import org.crossface.pathway.surgery.vocabulary.IschemiaLevel;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.vocabulary.SiteCalendar;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The computation vectors 8.1 to 8.12 of the clinical reference, with their numbers, on the code of the product. What no code computes yet
 * stands in {@code docs/pending-assertions.md} under the number of its vector.
 */
class ComputationVectorsTest {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final Policy POLICY = Policy.defaults();
    private static final List<Integer> NONE = List.of(0, 0, 0, 0, 0);

    static Stream<Arguments> sunnybrook() {
        return Stream.of(
                Arguments.of(List.of(1, 2, 1), List.of(1, 1, 1, 1, 1), NONE, 20, 20, 0, 0, 0),
                Arguments.of(List.of(0, 1, 1), List.of(2, 2, 3, 2, 1), List.of(0, 1, 2, 0, 0), 40, 10, 3, 27, 27),
                Arguments.of(List.of(0, 1, 0), List.of(3, 4, 4, 3, 3), List.of(1, 0, 1, 0, 0), 68, 5, 2, 61, 61),
                Arguments.of(List.of(0, 0, 0), List.of(5, 5, 5, 5, 5), NONE, 100, 0, 0, 100, 100),
                Arguments.of(List.of(1, 2, 1), List.of(1, 1, 1, 1, 1), List.of(3, 3, 3, 3, 3), 20, 20, 15, -15, 0));
    }

    @ParameterizedTest
    @MethodSource("sunnybrook")
    @Tag("8.1")
    void sunnybrookIsStoredRawAndShownFromZeroOn(
            List<Integer> resting,
            List<Integer> voluntary,
            List<Integer> synkinesis,
            int voluntaryScore,
            int restingScore,
            int synkinesisScore,
            int raw,
            int shown) {
        Sunnybrook graded = Sunnybrook.of(resting, voluntary, synkinesis);
        assertThat(graded)
                .isEqualTo(new Sunnybrook(
                        resting, voluntary, synkinesis, voluntaryScore, restingScore, synkinesisScore, raw, raw < 0));
        assertThat(graded.composite()).isEqualTo(shown);
    }

    @Test
    @Tag("8.3")
    void aFaceSumOfFortyFiveIsFiftyOfHundred() {
        assertThat(FaceQuestionnaire.ofRawSum(45).total()).isEqualTo(50.0);
    }

    @Test
    @Tag("8.4")
    void monthsAreThoseOfTheCalendar() {
        Situation before = new Situation(
                stageOneOn(LocalDate.of(2025, 8, 31)),
                null,
                Stage.TWO,
                null,
                at("2026-02-27T12:00"),
                at("2026-02-27T12:00").toInstant(),
                POLICY);
        assertThat(NeurotizationRules.AXONS_HAD_TIME.judge(before))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.from())
                                .isEqualTo(at("2026-02-28T00:00").toInstant()));
        assertThat(stageOneOn(LocalDate.of(2025, 1, 14)).windowEnd(POLICY)).contains(LocalDate.of(2026, 1, 14));
        assertThat(Course.STAGE_TWO).isEqualTo("2025-10-07");
        List<OpenTask> tasks = Timetable.of(Course.inTherapy().state(), POLICY).tasks();
        assertThat(tasks)
                .as("a due date stays where it is, also on a Sunday")
                .anyMatch(task -> task.code().equals("T-45") && isDueOn(task, LocalDate.of(2026, 6, 7)))
                .anyMatch(task -> task.code().equals("T-52") && isDueOn(task, LocalDate.of(2027, 10, 7)));
        assertThat(SiteCalendar.mondayToFriday().nextBusinessDay(LocalDate.of(2026, 6, 7)))
                .as("a visit is offered on the next business day")
                .isEqualTo("2026-06-08");
    }

    private static boolean isDueOn(OpenTask task, LocalDate day) {
        return task.due() != null && task.due().day().equals(day);
    }

    private static PathwayState stageOneOn(LocalDate day) {
        return Course.referred()
                .and(StageOneCompleted.class, day.toString(), Map.of("operatedOn", day))
                .state();
    }

    @Test
    @Tag("8.5")
    void aSuperficialInfectionBeginsWithinThirtyDaysTheDayOfSurgeryIncluded() {
        LocalDate operated = LocalDate.of(2026, 3, 3);
        assertThat(SurveillanceKind.SSI30.lastDay(operated, POLICY)).isEqualTo("2026-04-01");
        assertThat(SurveillanceKind.SSI90.lastDay(operated, POLICY)).isEqualTo("2026-05-31");
        Course course = Course.referred()
                .and(StageOneCompleted.class, operated.toString(), Map.of("operatedOn", operated, "caseId", "case-1"));
        course.when(DiagnoseInfection.class, "2026-04-06", superficial("2026-04-01"))
                .expectSuccessfulHandlerExecution();
        course.when(DiagnoseInfection.class, "2026-04-06", superficial("2026-04-02"))
                .expectException(Refused.by("INV-53"));
    }

    private static Map<String, Object> superficial(String onset) {
        return Map.of(
                "stage", Stage.ONE, "infectionClass", InfectionClass.SUPERFICIAL, "onsetOn", LocalDate.parse(onset));
    }

    @Test
    @Tag("8.6")
    void theGlobalPeriodEndsNinetyDaysAfterTheDayOfSurgery() {
        LocalDate stageTwo = LocalDate.of(2026, 1, 20);
        assertThat(SurveillanceKind.GLOBAL90.lastDay(stageTwo, POLICY)).isEqualTo("2026-04-20");
        LocalDate stageOne = LocalDate.of(2025, 5, 13);
        assertThat(ChronoUnit.DAYS.between(stageOne, stageTwo)).isEqualTo(252);
        assertThat(SurveillanceKind.GLOBAL90.lastDay(stageOne, POLICY))
                .isEqualTo("2025-08-11")
                .isBefore(stageTwo);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-16, 1971-03-17, 54",
        "2026-03-16, 1971-03-16, 55",
        "2027-02-28, 1972-02-29, 54",
        "2027-03-01, 1972-02-29, 55"
    })
    @Tag("8.7")
    void ageIsInCompletedYearsALeapDayCompletingOnTheFirstOfMarch(LocalDate decided, LocalDate born, int years) {
        assertThat(PathwayState.of(Histories.referred(born.toString(), false))
                        .intake()
                        .ageOn(decided))
                .hasValue(new Age(years, years));
    }

    @Test
    @Tag("8.9")
    void aStayOverMidnightIsOfTwoDaysAndYetWithinTwentyFourHours() {
        Stay stay = Stay.between(Stage.ONE, at("2026-03-03T06:00"), at("2026-03-04T00:20"), PACIFIC);
        assertThat(stay).isEqualTo(new Stay(Stage.ONE, false, 1100));
        assertThat(Duration.ofMinutes(stay.minutes())).isLessThan(POLICY.durationOf(Threshold.DAY_CASE_MAX_HOURS));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-07T10:00, 2026-03-08T10:00, 23", "2026-10-31T10:00, 2026-11-01T10:00, 25"})
    @Tag("8.10")
    void hoursAreCountedBetweenInstants(String from, String until, int hours) {
        assertThat(Stay.between(Stage.TWO, at(from), at(until), PACIFIC).minutes())
                .isEqualTo(hours * 60);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-07T10:00, 2026-03-08T10:00, 23", "2026-10-31T10:00, 2026-11-01T10:00, 25"})
    @Tag("8.10")
    void aNightOfTwentyThreeHoursHasAsManyHourlyFlapChecks(String from, String until, int checks) {
        Instant reperfused = at(from).toInstant();
        assertThat(FlapWatch.times(reperfused, reperfused, POLICY).stream()
                        .filter(time -> !time.isAfter(at(until).toInstant()))
                        .filter(time -> Duration.between(reperfused, time).toMinutes() % 60 == 0))
                .hasSize(checks);
    }

    @ParameterizedTest
    @CsvSource({"12:20, 98, INFO", "13:05, 143, CAUTION"})
    @Tag("8.11")
    void ischemiaIsTheTimeFromDivisionToReperfusion(String reperfused, int minutes, IschemiaLevel level) {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision().muscleHarvested();
        OffsetDateTime at = day.at(reperfused);
        day.when(new RecordReperfusion("pathway-1", at, "case-2", at, null, true, null))
                .expectEvents(new FlapReperfused(
                        "pathway-1", "id-1", at, "case-2", "flap-1", at, minutes, level, true, null));
    }

    @Test
    @Tag("8.11")
    void ischemiaToBeCautiousAboutIsCommentedBeforeTheCompletion() {
        joinedAfter(98).allows(completion(null));
        joinedAfter(143).refuses("INV-32", "ischemiaComment", completion(null));
        joinedAfter(143).allows(completion("The vein had to be joined again"));
    }

    private static DayOfSurgery joinedAfter(int minutes) {
        return DayOfSurgery.stageTwo()
                .upToIncision()
                .muscleHarvested()
                .arteryJoined(true)
                .veinJoined(true)
                .reperfusedAfter(minutes)
                .nerveJoined()
                .muscleInset();
    }

    private static CompleteStageTwo completion(@Nullable String comment) {
        return new CompleteStageTwo(
                "pathway-1",
                DayOfSurgery.stageTwo().at("17:00"),
                "case-2",
                150,
                "note-2",
                true,
                false,
                comment,
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource({"1, 9, true", "0, 8, false"})
    @Tag("8.12")
    void anAldreteOfNineBeginsPhaseTwo(int consciousness, int total, boolean passes) {
        RecoveryDay recovery = RecoveryDay.afterStageOne();
        DayOfSurgery day = recovery.day()
                .with(new AldreteScored(
                        "pathway-1", "score", recovery.at("12:35"), "case-1", 2, 2, 2, consciousness, 2, total));
        EnterPhaseTwo phaseTwo = new EnterPhaseTwo("pathway-1", day.at("12:45"), "case-1");
        if (passes) {
            day.allows(phaseTwo);
        } else {
            day.refuses("INV-37", "", phaseTwo);
        }
    }

    @ParameterizedTest
    @CsvSource({"2 2 2 2 1, true", "2 2 0 2 2, false", "2 2 2 2 0, false"})
    @Tag("8.12")
    void aDischargeNeedsNineWithoutAZero(String items, boolean passes) {
        RecoveryDay day = RecoveryDay.afterStageOne()
                .aldrete("13:00", 2)
                .preparedFor(DischargeDestination.HOME)
                .escorted()
                .padss(
                        "15:10",
                        Arrays.stream(items.split(" ", -1))
                                .mapToInt(Integer::parseInt)
                                .toArray());
        if (passes) {
            day.day().allows(day.discharge("15:25", DischargeDestination.HOME));
        } else {
            day.day().refuses("INV-38", "", day.discharge("15:25", DischargeDestination.HOME));
        }
    }

    @Test
    @Tag("8.12")
    void aTotalOfNineForTenPointsIsRefused() {
        DayOfSurgery day = RecoveryDay.afterStageOne().day();
        day.refuses(
                "INV-38",
                "total",
                new ScorePadss("pathway-1", day.at("14:30"), "case-1", PadssVariant.PADSS, 2, 2, 2, null, 2, 2, 9));
    }

    /** A vector that is forgotten would otherwise look like one that holds. */
    @Test
    void everyVectorHasATestOrIsPending() throws IOException {
        Set<String> found = new TreeSet<>();
        Arrays.stream(ComputationVectorsTest.class.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotationsByType(Tag.class)))
                .forEach(tag -> found.add(tag.value()));
        Files.readAllLines(Path.of("../../docs/pending-assertions.md")).stream()
                .filter(line -> line.matches("\\| 8\\.\\d+ \\|.*"))
                .forEach(line -> found.add(line.split("\\|", -1)[1].strip()));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12)
                        .mapToObj(number -> "8." + number)
                        .toList());
    }

    private static OffsetDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(PACIFIC).toOffsetDateTime();
    }
}
