package org.crossface.pathway.followup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.Samples;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.aftercare.events.DayOneCallCompleted;
import org.crossface.pathway.aftercare.events.DonorSensationAssessed;
import org.crossface.pathway.aftercare.events.RedFlagAcknowledged;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.aftercare.events.SurveillanceClosed;
import org.crossface.pathway.aftercare.events.WoundAssessed;
import org.crossface.pathway.aftercare.vocabulary.ContactChannel;
import org.crossface.pathway.aftercare.vocabulary.ContactOutcome;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.followup.calendar.Calendars;
import org.crossface.pathway.followup.calendar.PatientZones;
import org.crossface.pathway.intake.LodgingRecorded;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.neurotization.NeurotizationWindowExtended;
import org.crossface.pathway.oversight.LostToFollowUpDeclared;
import org.crossface.pathway.oversight.PatientDied;
import org.crossface.pathway.oversight.PatientWithdrew;
import org.crossface.pathway.oversight.WithdrawalScope;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.ThresholdChange;
import org.crossface.pathway.rehabilitation.events.FirstMovementObserved;
import org.crossface.pathway.rehabilitation.events.HomeProgrammeAdherenceReported;
import org.crossface.pathway.rehabilitation.events.TherapySessionAttended;
import org.crossface.pathway.rehabilitation.events.TherapySessionMissed;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.story.PathwayInMemory;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.ObturatorToMassetericCoapted;
import org.crossface.pathway.surgery.events.OperationRecordSigned;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.SiteCalendar;
import org.crossface.pathway.vocabulary.Stage;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Rows of the clinical reference, section 3, by their codes: when each is due, overdue and over. */
class TimetableTest {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final Policy POLICY = Policy.defaults();
    private static final Map<String, ?> WHOLE = Map.of("scope", WithdrawalScope.WHOLE_PATHWAY);
    private static final LocalDate STAGE_ONE = Course.STAGE_ONE;
    private static final LocalDate STAGE_TWO = Course.STAGE_TWO;
    private static final List<PathwayEvent> TEXTBOOK = new PathwayInMemory("pathway-1", "P-0101", "OR-1")
            .play(WrittenStory.textbook().steps(FaceSide.LEFT, STAGE_ONE))
            .facts();

    private static Timetable of(Course course) {
        return Timetable.of(course.state(), POLICY);
    }

    private static List<OpenTask> tasks(Timetable timetable, String code) {
        return timetable.tasks().stream()
                .filter(each -> each.code().equals(code))
                .toList();
    }

    private static OpenTask only(Timetable timetable, String code) {
        assertThat(tasks(timetable, code)).as(code).hasSize(1);
        return tasks(timetable, code).getFirst();
    }

    private static LocalDate due(OpenTask task) {
        return Optional.ofNullable(task.due()).map(Moment::day).orElseThrow();
    }

    private static LocalDate overdue(OpenTask task) {
        return Optional.ofNullable(task.overdue()).map(Moment::day).orElseThrow();
    }

    private static Instant local(String time) {
        return LocalDateTime.parse(time).atZone(PACIFIC).toInstant();
    }

    private static OffsetDateTime at(String time) {
        return LocalDateTime.parse(time).atZone(PACIFIC).toOffsetDateTime();
    }

    private static Course and(Course course, Class<? extends PathwayEvent> fact, String time, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(Map.of("occurredAt", at(time)));
        all.putAll(values);
        return course.and(fact, time.substring(0, 10), all);
    }

    @Test
    void t01AndT02CountFromTheReferralUntilTheEvaluationIsBooked() {
        Timetable timetable = Timetable.of(PathwayState.of(Histories.referred()), POLICY);
        LocalDate referred = PathwayState.of(Histories.referred()).intake().referredOn();
        SiteCalendar calendar = SiteCalendar.mondayToFriday();
        assertThat(due(only(timetable, "T-01"))).isEqualTo(calendar.plusBusinessDays(referred, 2));
        assertThat(overdue(only(timetable, "T-01"))).isEqualTo(calendar.plusBusinessDays(referred, 5));
        assertThat(due(only(timetable, "T-02"))).isEqualTo(referred.plusDays(14));
        assertThat(overdue(only(timetable, "T-02"))).isEqualTo(referred.plusDays(28));
    }

    @Test
    void aHolidayOfTheCentreMovesWhatIsDueByBusinessDays() {
        PathwayState state = PathwayState.of(Histories.referred());
        LocalDate referred = state.intake().referredOn();
        SiteCalendar closed = new SiteCalendar(List.of(new SiteCalendar.Version(
                LocalDate.EPOCH, Set.of(), Set.of(referred.plusDays(1), referred.plusDays(2)))));
        Timetable timetable =
                Timetable.of(state, POLICY.with(Map.of(state.intake().siteId(), closed)));
        assertThat(due(only(timetable, "T-01"))).isEqualTo(referred.plusDays(4));
    }

    /** SC-09: the consent holds to 2026-05-21. */
    @Test
    void t06WarnsTwoWeeksBeforeTheLastDayOfAConsent() {
        List<PathwayEvent> facts = new ArrayList<>(Histories.planned());
        facts.add(Samples.of(
                ConsentObtained.class,
                Map.of(
                        "type",
                        ConsentType.SURGICAL,
                        "stage",
                        Stage.ONE,
                        "occurredAt",
                        at("2026-02-20T10:00"),
                        "validUntil",
                        LocalDate.of(2026, 5, 21))));
        OpenTask consent = only(Timetable.of(PathwayState.of(facts), POLICY), "T-06");
        assertThat(due(consent)).isEqualTo("2026-05-07");
        assertThat(overdue(consent)).isEqualTo("2026-05-22");
        assertThat(consent.timer().event()).isEqualTo("ConsentExpired");
    }

    @Test
    void t14WaitsForTheSignatureAndOutlivesTheEnd() {
        List<PathwayEvent> completed = until(StageTwoCompleted.class);
        Timetable timetable = Timetable.of(PathwayState.of(completed), POLICY);
        OpenTask task = only(timetable, "T-14");
        Moment due = requireNonNull(task.due());
        Moment overdue = requireNonNull(task.overdue());
        assertThat(Duration.between(due.at(), overdue.at())).isEqualTo(Duration.ofDays(2));
        assertThat(tasks(Timetable.of(PathwayState.of(TEXTBOOK), POLICY), "T-14"))
                .as("after the completion")
                .hasSize(1);
        List<PathwayEvent> signed = new ArrayList<>(completed);
        signed.add(Samples.of(
                OperationRecordSigned.class,
                Map.of(
                        "caseId",
                        task.key(),
                        "factId",
                        "signed",
                        "occurredAt",
                        completed.getLast().occurredAt())));
        assertThat(tasks(Timetable.of(PathwayState.of(signed), POLICY), "T-14")).isEmpty();
    }

    private static List<PathwayEvent> until(Class<? extends PathwayEvent> last) {
        int index = TEXTBOOK.size() - 1;
        while (!last.isInstance(TEXTBOOK.get(index))) {
            index--;
        }
        return TEXTBOOK.subList(0, index + 1);
    }

    /** The textbook until the midnight after stage one: the patient is at home. */
    private static Course home() {
        return Course.of(TEXTBOOK.stream()
                .takeWhile(fact -> fact.occurredAt().toInstant().isBefore(local("2025-01-15T00:00")))
                .toList());
    }

    private static Instant homeAt(Course course) {
        return requireNonNull(course.state().lastAt()).toInstant();
    }

    @Test
    void t17IsDueOnTheNextDayAtSixAndOverdueAfterThirtySixHoursOrWhenPatientsAreContactedNext() {
        Course course = home();
        OpenTask call = only(of(course), "T-17");
        LocalDate left = call.due() == null ? LocalDate.EPOCH : due(call).minusDays(1);
        assertThat(requireNonNull(call.due()).at()).isEqualTo(local(left.plusDays(1) + "T18:00"));
        assertThat(requireNonNull(call.overdue()).time().getHour()).isBetween(9, 18);
        assertThat(call.steps())
                .extracting(OpenTask.Told::who)
                .contains("Coordinator and surgeon, to look after the patient");
        assertThat(homeAt(course)).isBefore(requireNonNull(call.due()).at());
    }

    @Test
    void t17IsNotSatisfiedByACallBeforeTheNextDayOfTheCalendar() {
        LocalDate left = due(only(of(home()), "T-17")).minusDays(1);
        Map<String, ?> stage = Map.of("stage", Stage.ONE, "flags", List.of());
        assertThat(tasks(of(and(home(), DayOneCallCompleted.class, left + "T23:30", stage)), "T-17"))
                .hasSize(1);
        assertThat(tasks(of(and(home(), DayOneCallCompleted.class, left.plusDays(1) + "T00:30", stage)), "T-17"))
                .isEmpty();
    }

    @Test
    void t17CountsTheDayWhereThePatientIs() {
        Course course = home();
        LocalDate left = due(only(of(course), "T-17")).minusDays(1);
        Calendars eastern =
                new Calendars(PACIFIC, SiteCalendar.mondayToFriday(), PatientZones.at(ZoneId.of("America/New_York")));
        OpenTask call = only(Timetable.of(course.state(), POLICY, eastern), "T-17");
        assertThat(requireNonNull(call.due()).at()).isEqualTo(local(left.plusDays(1) + "T15:00"));
        Course called =
                and(course, DayOneCallCompleted.class, left + "T22:00", Map.of("stage", Stage.ONE, "flags", List.of()));
        assertThat(tasks(Timetable.of(called.state(), POLICY, eastern), "T-17"))
                .as("it is the next day already in New York")
                .isEmpty();
    }

    @Test
    void t17IsReckonedByTheClockWhereThePatientLivesAndWhileLodgingElsewhereByTheClockThere() {
        Course course = home();
        LocalDate called = due(only(of(course), "T-17"));
        PatientReferred referral = Samples.of(
                PatientReferred.class,
                Map.of(
                        "occurredAt",
                        course.facts().getFirst().occurredAt(),
                        "zone",
                        PACIFIC.getId(),
                        "residenceZone",
                        "America/New_York"));
        Course fromTheEast = Course.of(Stream.concat(
                        Stream.<PathwayEvent>of(referral),
                        course.facts().stream().skip(1))
                .toList());
        assertThat(requireNonNull(only(of(fromTheEast), "T-17").due()).at())
                .as("18:00 in New York")
                .isEqualTo(local(called + "T15:00"));
        and(fromTheEast, LodgingRecorded.class, called.minusDays(1) + "T20:00", lodging(called, "America/Denver"));
        assertThat(requireNonNull(only(of(fromTheEast), "T-17").due()).at())
                .as("18:00 in Denver")
                .isEqualTo(local(called + "T17:00"));
    }

    private static Map<String, ?> lodging(LocalDate day, String zone) {
        return Map.of("from", day.minusDays(1), "until", day, "zone", zone);
    }

    @Test
    void t17TellsOfTheOtherContactAfterThreeAttemptsInVain() {
        LocalDate left = due(only(of(home()), "T-17")).minusDays(1);
        Course course = home();
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(only(of(course), "T-17").steps())
                    .extracting(OpenTask.Told::who)
                    .doesNotContain("Call the patient's other contact");
            and(
                    course,
                    ContactAttempted.class,
                    left.plusDays(1) + "T1" + attempt + ":00",
                    Map.of("channel", ContactChannel.PHONE, "outcome", ContactOutcome.NO_ANSWER));
        }
        OpenTask call = only(of(course), "T-17");
        assertThat(call.steps().getFirst().who()).isEqualTo("Call the patient's other contact");
        assertThat(call.at(local(left.plusDays(1) + "T12:00")).map(OpenTask.Standing::rung))
                .contains(1);
    }

    @Test
    void t18CountsALookFromDayFiveOn() {
        Map<String, ?> stage = Map.of("stage", Stage.ONE);
        assertThat(due(only(of(home()), "T-18"))).isEqualTo(STAGE_ONE.plusDays(7));
        assertThat(overdue(only(of(home()), "T-18"))).isEqualTo(STAGE_ONE.plusDays(12));
        assertThat(tasks(
                        of(home().and(WoundAssessed.class, STAGE_ONE.plusDays(4).toString(), stage)), "T-18"))
                .hasSize(1);
        assertThat(tasks(
                        of(home().and(WoundAssessed.class, STAGE_ONE.plusDays(5).toString(), stage)), "T-18"))
                .isEmpty();
    }

    @Test
    void t19GoesOnAfterAWithdrawalAndStopsWithADeath() {
        Course course = home();
        assertThat(due(only(of(course), "T-19"))).isEqualTo(STAGE_ONE.plusDays(29));
        assertThat(overdue(only(of(course), "T-19"))).isEqualTo(STAGE_ONE.plusDays(33));
        Timetable withdrawn = of(home().and(PatientWithdrew.class, "2025-01-20", WHOLE));
        assertThat(tasks(withdrawn, "T-19")).hasSize(1);
        assertThat(tasks(withdrawn, "T-18")).as("a planned contact").isEmpty();
        assertThat(tasks(of(home().and(PatientDied.class, "2025-01-20")), "T-19"))
                .isEmpty();
        assertThat(tasks(
                        of(home().and(
                                        SurveillanceClosed.class,
                                        "2025-02-13",
                                        Map.of("stage", Stage.ONE, "kind", SurveillanceKind.SSI30))),
                        "T-19"))
                .isEmpty();
    }

    @Test
    void t19bIsOverdueSixDaysAfterDayNinety() {
        Policy listed = POLICY.changed("2025-1", List.of(new ThresholdChange("surveillance90StageOne", 1)));
        OpenTask task = only(Timetable.of(home().state(), listed), "T-19b");
        assertThat(due(task)).isEqualTo(STAGE_ONE.plusDays(89));
        assertThat(overdue(task)).isEqualTo(STAGE_ONE.plusDays(95));
    }

    @Test
    void t21AsksTwiceForTheSensation() {
        assertThat(tasks(of(home()), "T-21"))
                .extracting(TimetableTest::due, TimetableTest::overdue)
                .containsExactly(
                        tuple(STAGE_ONE.plusDays(30), STAGE_ONE.plusDays(60)),
                        tuple(STAGE_ONE.plusDays(180), STAGE_ONE.plusDays(210)));
        Course tested =
                home().and(DonorSensationAssessed.class, STAGE_ONE.plusDays(31).toString());
        assertThat(due(only(of(tested), "T-21"))).isEqualTo(STAGE_ONE.plusDays(180));
    }

    @Test
    void t25WarnsThirtyDaysBeforeAndTellsTheDirectorAfterTwentyEight() {
        OpenTask window = only(of(home()), "T-25");
        LocalDate end = STAGE_ONE.plusMonths(12);
        assertThat(due(window)).isEqualTo(end.minusDays(30));
        assertThat(overdue(window)).isEqualTo(end.plusDays(1));
        assertThat(window.steps())
                .extracting(told -> told.at().atZone(PACIFIC).toLocalDate())
                .containsExactly(end.plusDays(1), end.plusDays(15), end.plusDays(29));
        assertThat(window.timer().event()).isEqualTo("NeurotizationWindowLapsed");
        Course extended =
                home().and(NeurotizationWindowExtended.class, "2026-01-10", Map.of("until", LocalDate.of(2026, 4, 14)));
        assertThat(tasks(of(extended), "T-25")).isEmpty();
        assertThat(overdue(only(of(extended), "T-26"))).isEqualTo("2026-04-21");
    }

    @Test
    void timersOfTheCourseRestWhileThePatientIsLost() {
        Timetable lost = of(home().and(LostToFollowUpDeclared.class, "2025-06-01"));
        assertThat(lost.tasks().stream().map(OpenTask::code))
                .contains("LOST", "T-19")
                .doesNotContain("T-22", "T-23", "T-24", "T-25", "T-54");
    }

    @Test
    void t31AsksForTheIncisionOfTheReturn() {
        Offset.Ruler ruler = new Offset.Ruler(POLICY, PACIFIC, SiteCalendar.mondayToFriday());
        Moment confirmed = Moment.at(local("2025-10-07T20:00"), PACIFIC);
        assertThat(RecoveryTimers.DECISION_TO_INCISION
                        .due()
                        .from(confirmed, ruler)
                        .at())
                .isEqualTo(local("2025-10-07T21:00"));
        assertThat(requireNonNull(RecoveryTimers.DECISION_TO_INCISION.overdue())
                        .from(confirmed, ruler)
                        .at())
                .isEqualTo(local("2025-10-07T21:30"));
    }

    @Test
    void t33HasAClockForEachLevelAndStopsOnlyWhenSomebodyWhoMayActTakesItOver() {
        String raised = "2025-01-16T10:00";
        assertThat(flagDue(RedFlag.STRIDOR, raised)).isEqualTo(local("2025-01-16T10:15"));
        assertThat(flagDue(RedFlag.FEVER, raised)).isEqualTo(local("2025-01-16T11:00"));
        assertThat(flagDue(RedFlag.EYE_PAIN_OR_REDNESS, raised)).isEqualTo(local("2025-01-16T14:00"));
        assertThat(flagDue(RedFlag.LOW_MOOD, "2025-01-17T10:00"))
                .as("the next business day after a Friday")
                .isEqualTo(local("2025-01-20T00:00"));
        Course course = flagged(RedFlag.FEVER, raised);
        OpenTask task = only(of(course), "T-33");
        assertThat(task.at(local("2025-01-16T10:59"))).contains(new OpenTask.Standing(Status.PLANNED, 0));
        assertThat(task.at(local("2025-01-16T11:00"))).contains(new OpenTask.Standing(Status.ESCALATED, 1));
        assertThat(task.at(local("2025-01-16T11:15"))).contains(new OpenTask.Standing(Status.ESCALATED, 2));
        assertThat(task.at(local("2025-01-16T11:30"))).contains(new OpenTask.Standing(Status.ESCALATED, 3));
        assertThat(task.nextChange(local("2025-01-16T11:00"))).contains(local("2025-01-16T11:15"));
        assertThat(tasks(of(course.and(PatientWithdrew.class, "2025-01-17", WHOLE)), "T-33"))
                .as("the safety of the patient goes on after a withdrawal")
                .hasSize(1);
        and(course, RedFlagAcknowledged.class, "2025-01-18T12:00", Map.of("flagId", "flag"));
        assertThat(tasks(of(course), "T-33")).isEmpty();
    }

    private static Course flagged(RedFlag flag, String time) {
        return and(home(), RedFlagRaised.class, time, Map.of("flag", flag, "level", flag.level(), "factId", "flag"));
    }

    private static Instant flagDue(RedFlag flag, String time) {
        return requireNonNull(only(of(flagged(flag, time)), "T-33").due()).at();
    }

    @Test
    void t41CallsThePatientAfterTwoMissedSessions() {
        Course course = Course.inTherapy()
                .and(TherapySessionAttended.class, "2025-11-03", Map.of("nextDueOn", LocalDate.of(2025, 11, 17)));
        assertThat(overdue(only(of(course), "T-41"))).isEqualTo("2025-12-01");
        course.and(TherapySessionMissed.class, "2025-11-17", Map.of("nextDueOn", LocalDate.of(2025, 11, 24)));
        assertThat(tasks(of(course), "T-41")).hasSize(1);
        course.and(TherapySessionMissed.class, "2025-11-24", Map.of("nextDueOn", LocalDate.of(2025, 12, 1)));
        assertThat(tasks(of(course), "T-41"))
                .extracting(OpenTask::label)
                .containsExactlyInAnyOrder("Therapy session", "Call about missed sessions");
        course.and(TherapySessionAttended.class, "2025-12-01", Map.of("nextDueOn", LocalDate.of(2025, 12, 15)));
        assertThat(due(only(of(course), "T-41"))).isEqualTo("2025-12-15");
    }

    @Test
    void t42BeginsAnewWithEachReport() {
        assertThat(due(only(of(Course.inTherapy()), "T-42"))).isEqualTo("2025-11-27");
        Course reported = Course.inTherapy().and(HomeProgrammeAdherenceReported.class, "2025-11-20");
        assertThat(due(only(of(reported), "T-42"))).isEqualTo("2025-12-20");
        assertThat(overdue(only(of(reported), "T-42"))).isEqualTo("2026-01-03");
    }

    @Test
    void t45ToT47WaitForTheFirstMovementByTheClockOfTheGraft() {
        Timetable timetable = of(Course.inTherapy());
        assertThat(due(only(timetable, "T-45"))).isEqualTo(STAGE_TWO.plusMonths(8));
        assertThat(overdue(only(timetable, "T-45"))).isEqualTo(STAGE_TWO.plusMonths(9));
        assertThat(due(only(timetable, "T-46"))).isEqualTo(STAGE_TWO.plusMonths(12));
        assertThat(overdue(only(timetable, "T-46"))).isEqualTo(STAGE_TWO.plusMonths(13));
        assertThat(due(only(timetable, "T-47"))).isEqualTo(STAGE_TWO.plusMonths(18));
        assertThat(overdue(only(timetable, "T-47")))
                .isEqualTo(STAGE_TWO.plusMonths(18).plusDays(14));
        Timetable moved = of(Course.inTherapy()
                .and(FirstMovementObserved.class, "2026-06-01", Map.of("seenOn", LocalDate.of(2026, 6, 1))));
        assertThat(moved.tasks().stream().map(OpenTask::code)).doesNotContain("T-45", "T-46", "T-47");
    }

    @Test
    void aMuscleOfTheMassetericNerveHasClocksOfItsOwn() {
        Course course = Course.stageOneDone();
        course.and(GracilisHarvested.class, "2025-10-07", Map.of("caseId", "case-2", "flapId", "flap-m"))
                .and(ObturatorToMassetericCoapted.class, "2025-10-07", Map.of("caseId", "case-2", "flapId", "flap-m"))
                .and(
                        StageTwoCompleted.class,
                        "2025-10-07",
                        Map.of(
                                "operatedOn",
                                STAGE_TWO,
                                "caseId",
                                "case-2",
                                "flapId",
                                "flap-m",
                                "secondSurgeonId",
                                Samples.Absent.ABSENT));
        Timetable timetable = of(course);
        assertThat(due(only(timetable, "T-45"))).isEqualTo(STAGE_TWO.plusMonths(3));
        assertThat(overdue(only(timetable, "T-45"))).isEqualTo(STAGE_TWO.plusMonths(6));
        assertThat(due(only(timetable, "T-46"))).isEqualTo(STAGE_TWO.plusMonths(6));
        assertThat(due(only(timetable, "T-47"))).isEqualTo(STAGE_TWO.plusMonths(9));
    }

    @Test
    void t48ToT52AreSixVisitsOfWhichALaterOneClosesTheEarlier() {
        Predicate<OpenTask> outcome =
                task -> task.code().compareTo("T-48") >= 0 && task.code().compareTo("T-52") <= 0;
        assertThat(of(Course.inTherapy()).tasks().stream().filter(outcome).map(TimetableTest::due))
                .containsExactlyElementsOf(Stream.of(3, 6, 9, 12, 18, 24)
                        .map(STAGE_TWO::plusMonths)
                        .toList());
        Course nine = Course.inTherapy().assessed(OutcomeVisit.M9, "2026-07-07");
        assertThat(of(nine).tasks().stream().filter(outcome).map(TimetableTest::due))
                .containsExactlyElementsOf(
                        Stream.of(12, 18, 24).map(STAGE_TWO::plusMonths).toList());
    }

    @Test
    void t54BeginsWhenAVisitIsOverdueAndGoesWithThePatientWhoIsSeen() {
        Course course = Course.inTherapy();
        Timetable timetable = of(course);
        Instant missed = tasks(timetable, "T-54").stream()
                .flatMap(task -> Stream.ofNullable(task.startsAt()))
                .findFirst()
                .orElseThrow();
        assertThat(timetable.at(missed.minusSeconds(1)).stream().map(OpenTask::code))
                .doesNotContain("T-54");
        assertThat(timetable.at(missed).stream()
                        .filter(task -> task.code().equals("T-54"))
                        .map(TimetableTest::due))
                .hasSize(4);
        String day = missed.atZone(PACIFIC).toLocalDate().plusDays(1).toString();
        Map<String, ?> noAnswer = Map.of("channel", ContactChannel.PHONE, "outcome", ContactOutcome.NO_ANSWER);
        course.and(ContactAttempted.class, day, noAnswer);
        assertThat(tasks(of(course), "T-54")).hasSize(3);
        course.and(ContactAttempted.class, day, noAnswer);
        course.and(
                ContactAttempted.class, day, Map.of("channel", ContactChannel.LETTER, "outcome", ContactOutcome.SENT));
        assertThat(tasks(of(course), "T-54")).extracting(OpenTask::label).containsExactly("Declare lost or go on");
        course.and(
                ContactAttempted.class,
                day,
                Map.of("channel", ContactChannel.PHONE, "outcome", ContactOutcome.REACHED));
        assertThat(tasks(of(course), "T-54"))
                .as("the track of the same visit begins again")
                .hasSize(4);
        course.and(WoundAssessed.class, day, Map.of("stage", Stage.TWO));
        assertThat(tasks(of(course), "T-54").stream().flatMap(task -> Stream.ofNullable(task.startsAt())))
                .as("who was seen has missed nothing that was due before")
                .allMatch(start -> start.isAfter(missed));
    }

    @Test
    void t55AsksUntilTheComplicationIsResolved() {
        Course course = home().and(ComplicationRecorded.class, "2025-02-01");
        assertThat(due(only(of(course), "T-55"))).isEqualTo("2025-02-08");
        assertThat(overdue(only(of(course), "T-55"))).isEqualTo("2025-03-03");
    }

    @Test
    void t58AsksYearsAfterTheEnd() {
        Timetable timetable = Timetable.of(PathwayState.of(TEXTBOOK), POLICY);
        LocalDate end =
                TEXTBOOK.getLast().occurredAt().atZoneSameInstant(PACIFIC).toLocalDate();
        assertThat(due(only(timetable, "T-58"))).isEqualTo(end.plusYears(6));
        assertThat(timetable.work()).extracting(OpenTask::code).doesNotContain("T-58");
    }

    /** At each moment of the textbook, with random instants: the answer is that of the facts and of nothing else. */
    @RepeatedTest(20)
    void theTimetableIsAPureFunction() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int known = 1 + random.nextInt(TEXTBOOK.size());
        List<PathwayEvent> facts = TEXTBOOK.subList(0, known);
        Timetable timetable = Timetable.of(PathwayState.of(facts), POLICY);
        assertThat(Timetable.of(PathwayState.of(List.copyOf(facts)), POLICY))
                .as("seed %d", seed)
                .isEqualTo(timetable);
        Instant instant = facts.getLast().occurredAt().toInstant().plus(Duration.ofHours(random.nextInt(20_000)));
        Optional<Instant> next = timetable.nextChange(instant);
        Set<Optional<OpenTask.Standing>> standing = standing(timetable, instant);
        next.ifPresentOrElse(
                change -> {
                    assertThat(standing(timetable, change.minusNanos(1)))
                            .as("seed %d, nothing before", seed)
                            .isEqualTo(standing);
                    assertThat(list(timetable, change))
                            .as("seed %d, then something", seed)
                            .isNotEqualTo(list(timetable, instant));
                },
                () -> assertThat(list(timetable, instant.plus(Duration.ofDays(10_000))))
                        .as("seed %d, never again", seed)
                        .isEqualTo(list(timetable, instant)));
    }

    private static Set<Optional<OpenTask.Standing>> standing(Timetable timetable, Instant instant) {
        return timetable.tasks().stream().map(task -> task.at(instant)).collect(Collectors.toSet());
    }

    private static List<Optional<OpenTask.Standing>> list(Timetable timetable, Instant instant) {
        return timetable.tasks().stream().map(task -> task.at(instant)).toList();
    }

    /** A task that a fact satisfied stays away: no later fact of the textbook brings back what has its key. */
    @Test
    void whatIsSatisfiedNeverComesBack() {
        Map<String, Integer> gone = new HashMap<>();
        Set<String> before = Set.of();
        for (int known = 1; known <= TEXTBOOK.size(); known++) {
            Set<String> open = Timetable.of(PathwayState.of(TEXTBOOK.subList(0, known)), POLICY).work().stream()
                    .filter(task -> !Set.of(
                                    "T-41", "T-42", "T-54", "T-29", "T-06", "T-07", "T-08", "PLAN", "CONSENT", "CLEAR",
                                    "SLOT", "T-34")
                            .contains(task.code()))
                    .map(task -> task.code() + " " + task.label() + " " + task.key())
                    .collect(Collectors.toSet());
            int at = known;
            assertThat(open).as("after %d facts", at).noneMatch(gone::containsKey);
            before.stream().filter(each -> !open.contains(each)).forEach(each -> gone.put(each, at));
            before = open;
        }
        assertThat(gone).isNotEmpty();
    }
}
