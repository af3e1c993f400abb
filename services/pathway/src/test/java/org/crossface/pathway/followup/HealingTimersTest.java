package org.crossface.pathway.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crossface.pathway.Course;
import org.crossface.pathway.Refused;
import org.crossface.pathway.Samples;
import org.crossface.pathway.aftercare.events.DonorFaceAssessed;
import org.crossface.pathway.aftercare.events.WoundAssessed;
import org.crossface.pathway.aftercare.events.WoundMaterialRemoved;
import org.crossface.pathway.aftercare.vocabulary.FacialWeakness;
import org.crossface.pathway.aftercare.vocabulary.SutureStatus;
import org.crossface.pathway.aftercare.vocabulary.WoundMaterial;
import org.crossface.pathway.aftercare.vocabulary.WoundSite;
import org.crossface.pathway.aftercare.wound.AssessDonorFace;
import org.crossface.pathway.aftercare.wound.RemoveWoundMaterial;
import org.crossface.pathway.oversight.PathwayPutOnHold;
import org.crossface.pathway.oversight.PatientDied;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.rehabilitation.events.RehabilitationPaused;
import org.crossface.pathway.rehabilitation.events.RehabilitationStoppedEarly;
import org.crossface.pathway.rehabilitation.events.TherapyReviewed;
import org.crossface.pathway.rehabilitation.therapy.ReviewTherapy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What heals after an operation: the side that gave a branch (T-20), what is taken out of the wounds (T-32), the therapy (T-43). */
class HealingTimersTest {

    private static final LocalDate STAGE_ONE = Course.STAGE_ONE;
    private static final LocalDate STAGE_TWO = Course.STAGE_TWO;

    static List<OpenTask> tasks(PathwayState state, String code) {
        return Timetable.of(state, Policy.defaults()).tasks().stream()
                .filter(each -> each.code().equals(code))
                .toList();
    }

    private static List<OpenTask> tasks(Course course, String code) {
        return tasks(course.state(), code);
    }

    static LocalDate opens(OpenTask task) {
        return Objects.requireNonNull(task.opens()).day();
    }

    static LocalDate due(OpenTask task) {
        return Objects.requireNonNull(task.due()).day();
    }

    static LocalDate overdue(OpenTask task) {
        return Objects.requireNonNull(task.overdue()).day();
    }

    @Test
    void t20AsksTwiceForALookAtTheHealthySide() {
        assertThat(tasks(Course.stageOneDone(), "T-20"))
                .extracting(HealingTimersTest::due, HealingTimersTest::overdue)
                .containsExactly(
                        tuple(STAGE_ONE.plusDays(14), STAGE_ONE.plusDays(28)),
                        tuple(STAGE_ONE.plusDays(90), STAGE_ONE.plusDays(104)));
    }

    @Test
    void t20CountsALookFromSevenDaysBeforeItsDay() {
        assertThat(tasks(looked(STAGE_ONE.plusDays(6)), "T-20")).hasSize(2);
        assertThat(tasks(looked(STAGE_ONE.plusDays(7)), "T-20"))
                .extracting(HealingTimersTest::due)
                .containsExactly(STAGE_ONE.plusDays(90));
        assertThat(tasks(looked(STAGE_ONE.plusDays(83)), "T-20")).isEmpty();
    }

    private static Course looked(LocalDate day) {
        return Course.stageOneDone().and(DonorFaceAssessed.class, day.toString());
    }

    @Test
    void t20AsksAgainAfterTheLookWasRetracted() {
        Course retracted = looked(STAGE_ONE.plusDays(90))
                .and(DonorFaceAssessed.class, "2025-04-15", Map.of("factId", "look"))
                .and(RecordRetracted.class, "2025-04-16", Map.of("targetFactId", "look"));
        assertThat(tasks(retracted, "T-20")).as("the first look stands").isEmpty();
        Course none = Course.stageOneDone()
                .and(DonorFaceAssessed.class, "2025-04-15", Map.of("factId", "look"))
                .and(RecordRetracted.class, "2025-04-16", Map.of("targetFactId", "look"));
        assertThat(tasks(none, "T-20")).hasSize(2);
    }

    @Test
    void t20GoesOnThroughAHoldAndEndsWithADeath() {
        assertThat(tasks(Course.stageOneDone().and(PathwayPutOnHold.class, "2025-01-20"), "T-20"))
                .hasSize(2);
        assertThat(tasks(Course.stageOneDone().and(PatientDied.class, "2025-01-20"), "T-20"))
                .isEmpty();
    }

    @Test
    void theHealthySideIsLookedAtBySurgeonOrNurseOfTheAfterCare() {
        Course.stageOneDone()
                .when(
                        Role.AFTERCARE_NURSE,
                        AssessDonorFace.class,
                        "2025-01-28",
                        Map.of("weakness", FacialWeakness.SLIGHT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void t32IsDueOnDaySevenAndNamesWhatIsStillIn() {
        assertThat(tasks(transferred(true), "T-32"))
                .extracting(
                        OpenTask::label, HealingTimersTest::opens, HealingTimersTest::due, HealingTimersTest::overdue)
                .containsExactly(tuple(
                        "Drain, sutures and dressing, still in: drain, sutures, dressing",
                        STAGE_TWO.plusDays(1),
                        STAGE_TWO.plusDays(7),
                        STAGE_TWO.plusDays(10)));
        assertThat(left(transferred(false))).isEqualTo("sutures, dressing");
    }

    @Test
    void t32EndsWhenDrainSuturesAndDressingAreOutAtFaceAndThigh() {
        Course course = taken(transferred(true), "2025-10-09", List.of(WoundSite.THIGH), WoundMaterial.DRAIN);
        assertThat(left(course)).isEqualTo("sutures, dressing");
        course = taken(course, "2025-10-12", List.of(WoundSite.FACE), WoundMaterial.SUTURES, WoundMaterial.DRESSING);
        assertThat(left(course)).as("the thigh has both yet").isEqualTo("sutures, dressing");
        course = taken(course, "2025-10-14", List.of(WoundSite.THIGH), WoundMaterial.DRESSING);
        assertThat(left(course)).isEqualTo("sutures");
        course = taken(course, "2025-10-14", List.of(WoundSite.THIGH), WoundMaterial.SUTURES);
        assertThat(tasks(course, "T-32")).isEmpty();
    }

    @Test
    void aLookAtTheWoundTellsOfItsSutures() {
        Course dressed = taken(
                transferred(false), "2025-10-12", List.of(WoundSite.FACE, WoundSite.THIGH), WoundMaterial.DRESSING);
        Course face = seen(dressed, "2025-10-13", WoundSite.FACE, SutureStatus.ABSORBABLE);
        assertThat(left(face)).isEqualTo("sutures");
        assertThat(left(seen(face, "2025-10-14", WoundSite.THIGH, SutureStatus.PARTLY_REMOVED)))
                .isEqualTo("sutures");
        assertThat(tasks(seen(face, "2025-10-15", WoundSite.THIGH, SutureStatus.REMOVED), "T-32"))
                .isEmpty();
        assertThat(left(seen(face, "2025-10-16", WoundSite.THIGH, SutureStatus.IN_PLACE)))
                .as("the newest word counts")
                .isEqualTo("sutures");
    }

    @Test
    void whatWasTakenOutAfterStageOneIsNotThatOfStageTwo() {
        Course course = transferred(false)
                .and(
                        WoundMaterialRemoved.class,
                        "2025-10-14",
                        Map.of(
                                "stage",
                                Stage.ONE,
                                "sites",
                                List.of(WoundSite.FACE, WoundSite.THIGH),
                                "materials",
                                List.of(WoundMaterial.SUTURES, WoundMaterial.DRESSING)));
        assertThat(left(course)).isEqualTo("sutures, dressing");
    }

    @Test
    void theNurseOfTheAfterCareTakesOutTheDrain() {
        transferred(true)
                .when(
                        Role.AFTERCARE_NURSE,
                        RemoveWoundMaterial.class,
                        "2025-10-09",
                        Map.of("stage", Stage.TWO, "materials", List.of(WoundMaterial.DRAIN)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void t43ReviewsTheTherapyHalfWay() {
        assertThat(tasks(Course.inTherapy(), "T-43"))
                .extracting(HealingTimersTest::opens, HealingTimersTest::due, HealingTimersTest::overdue)
                .containsExactly(tuple(STAGE_TWO.plusMonths(8), STAGE_TWO.plusMonths(9), STAGE_TWO.plusMonths(10)));
        assertThat(tasks(reviewed("2026-06-06"), "T-43"))
                .as("the day before it counts")
                .hasSize(1);
        assertThat(tasks(reviewed("2026-06-07"), "T-43")).isEmpty();
    }

    @Test
    void t43EndsWithTheTherapyAndGoesOnWhileItPauses() {
        assertThat(tasks(Course.stageTwoDone(), "T-43")).as("no therapy yet").isEmpty();
        assertThat(tasks(Course.inTherapy().and(RehabilitationPaused.class, "2026-05-01"), "T-43"))
                .hasSize(1);
        assertThat(tasks(Course.inTherapy().and(RehabilitationStoppedEarly.class, "2026-05-01"), "T-43"))
                .isEmpty();
        assertThat(tasks(Course.inTherapy().and(PathwayPutOnHold.class, "2026-05-01"), "T-43"))
                .isEmpty();
    }

    @Test
    @Tag("SEQ-THERAPY-REVIEW")
    void aTherapyIsReviewedThatGoesOnOrPauses() {
        Map<String, ?> course = Map.of("flapId", Samples.Absent.ABSENT);
        Course.stageTwoDone()
                .when(Role.THERAPIST, ReviewTherapy.class, "2025-10-20", course)
                .expectException(Refused.by("SEQ-THERAPY-REVIEW"));
        Course.inTherapy()
                .and(RehabilitationPaused.class, "2026-05-01")
                .when(Role.THERAPIST, ReviewTherapy.class, "2026-07-01", course)
                .expectSuccessfulHandlerExecution();
    }

    private static Course reviewed(String day) {
        return Course.inTherapy().and(TherapyReviewed.class, day);
    }

    private static String left(Course course) {
        return tasks(course, "T-32").getFirst().label().replaceFirst(".*still in: ", "");
    }

    private static Course transferred(boolean drain) {
        return Course.stageOneDone()
                .and(
                        StageTwoCompleted.class,
                        "2025-10-07",
                        Map.of(
                                "operatedOn",
                                STAGE_TWO,
                                "caseId",
                                "case-2",
                                "secondSurgeonId",
                                Samples.Absent.ABSENT,
                                "drain",
                                drain));
    }

    private static Course taken(Course course, String day, List<WoundSite> sites, WoundMaterial... what) {
        return course.and(
                WoundMaterialRemoved.class,
                day,
                Map.of("stage", Stage.TWO, "sites", sites, "materials", List.of(what)));
    }

    private static Course seen(Course course, String day, WoundSite site, SutureStatus sutures) {
        return course.and(WoundAssessed.class, day, Map.of("stage", Stage.TWO, "site", site, "sutures", sutures));
    }
}
