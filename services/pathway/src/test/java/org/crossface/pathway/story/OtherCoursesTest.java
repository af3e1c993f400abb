package org.crossface.pathway.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;
import static org.crossface.pathway.story.OtherCourse.chapter;
import static org.crossface.pathway.story.OtherCourse.until;
import static org.crossface.pathway.story.OtherCourse.without;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.Course;
import org.crossface.pathway.Samples;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.examination.CharacteriseParalysis;
import org.crossface.pathway.neurotization.GraftStatus;
import org.crossface.pathway.neurotization.growth.AbandonGraft;
import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.planning.decision.CandidacyDecision;
import org.crossface.pathway.planning.decision.DecideCandidacy;
import org.crossface.pathway.planning.decision.RevisePlan;
import org.crossface.pathway.planning.decision.SelectPlan;
import org.crossface.pathway.recovery.flap.RecordFlapLoss;
import org.crossface.pathway.rehabilitation.completion.CloseWithoutMuscle;
import org.crossface.pathway.rehabilitation.events.FirstMovementObserved;
import org.crossface.pathway.rehabilitation.outcome.ObserveFirstMovement;
import org.crossface.pathway.rehabilitation.vocabulary.ClosingReason;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeClass;
import org.crossface.pathway.rehabilitation.vocabulary.ProgrammeStatus;
import org.crossface.pathway.scheduling.Readiness;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.vocabulary.ScheduleChangeReason;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.record.AttestExternalStage;
import org.crossface.pathway.surgery.record.AttestExternalStageTwo;
import org.crossface.pathway.surgery.vocabulary.FlapCondition;
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The courses of A-03 that leave the textbook, each from the referral to the completion: every muscle and every graft is followed as itself. */
class OtherCoursesTest {

    private static final LocalDate ONE = LocalDate.of(2025, 1, 14);
    private static final LocalDate TWO = LocalDate.of(2025, 10, 7);

    private static final List<Map<String, String>> LEFT_FACE_RIGHT_THIGH =
            List.of(Map.of("anatomy", "FACE", "side", "LEFT"), Map.of("anatomy", "THIGH", "side", "RIGHT"));

    private final OtherCourse course = new OtherCourse();

    private static Map<String, Object> plan(Object... more) {
        Map<String, Object> plan = new HashMap<>(Map.of(
                "option",
                TreatmentOption.CFNG_GRACILIS_2STAGE,
                "stageOneSetting",
                PlannedSetting.OUTPATIENT,
                "stageTwoSetting",
                PlannedSetting.OUTPATIENT,
                "nerveSource",
                NerveSource.CFNG,
                "donorLeg",
                BodySide.RIGHT,
                "donorThigh",
                BodySide.LEFT,
                "faceSide",
                ABSENT));
        for (int i = 0; i < more.length; i += 2) {
            plan.put((String) more[i], more[i + 1]);
        }
        return plan;
    }

    private OtherCourse untilTheFirstOperation() {
        return course.play(
                chapter("Evaluation", ONE, Map.of()),
                chapter("The first operation", ONE, Map.of()),
                chapter("While the nerve grows", ONE, Map.of()));
    }

    @Test
    void aSecondFlapAfterALossGoesToTheEnd() {
        LocalDate lost = TWO.plusDays(40);
        LocalDate again = LocalDate.of(2026, 3, 3);
        untilTheFirstOperation()
                .play(
                        chapter("The second operation", TWO, Map.of()),
                        until(lost, chapter("Therapy and outcome", TWO, Map.of()))
                                .get(true));
        String caseId = course.pathway().last(StageTwoCompleted.class).caseId();

        course.take(RecordFlapLoss.class, lost, Map.of("caseId", caseId));
        assertThat(course.state().phase()).isEqualTo(Phase.REPLANNED);
        course.refuse("INV-49", ObserveFirstMovement.class, lost, Map.of("seenOn", lost));
        course.refuse("INV-08", RevisePlan.class, lost, plan("donorLeg", ABSENT));
        course.take(RevisePlan.class, lost, plan("donorLeg", ABSENT, "donorThigh", BodySide.RIGHT));
        assertThat(course.state().schedule().readinessFor(Stage.TWO))
                .describedAs("the second flap is prepared anew")
                .isEqualTo(Readiness.none());
        Readiness before = course.state().schedule().readinessOf(caseId, Stage.TWO);
        assertThat(before.clearedUntil()).isNotNull();
        assertThat(before.escort()).isNotNull();
        ScheduleSurgery booking = Samples.of(
                ScheduleSurgery.class,
                Map.of(
                        "occurredAt",
                        Course.noon(lost.toString()),
                        "stage",
                        Stage.TWO,
                        "startsAt",
                        Course.noon(lost.plusDays(3).toString()),
                        "estimatedMinutes",
                        480,
                        "recoveryMinutes",
                        180));
        assertThat(course.pathway()
                        .give("user-SC", Role.SURGICAL_COORDINATOR, booking)
                        .map(refused -> refused.broken().stream()
                                .map(broken -> broken.rule().id())
                                .toList()))
                .hasValueSatisfying(rules -> assertThat(rules).contains("INV-15", "INV-19"));

        Map<String, Object> otherThigh =
                Map.of("donorSide", "RIGHT", "thighSide", "RIGHT", "sites", LEFT_FACE_RIGHT_THIGH);
        course.play(
                chapter("The second operation", again, otherThigh), chapter("Therapy and outcome", again, Map.of()));

        MuscleFlap first = course.muscle(flap -> flap.thigh() == BodySide.LEFT);
        MuscleFlap second = course.muscle(flap -> flap.thigh() == BodySide.RIGHT);
        assertThat(first.condition()).isEqualTo(FlapCondition.LOST);
        assertThat(course.state().rehabilitationOf(first).programme()).isEqualTo(ProgrammeStatus.ACTIVE);
        assertThat(course.state().rehabilitationOf(first).firstMovementOn()).isNull();
        assertThat(course.state().rehabilitationOf(second).dayZero()).isEqualTo(again);
        assertThat(course.pathway().last(FirstMovementObserved.class).flapId()).isEqualTo(second.flapId());
        assertThat(course.state().phase()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    @Tag("SEQ-CLOSE")
    void aPathwayWhoseOnlyMuscleWasLostIsClosedWithoutAMuscle() {
        LocalDate lost = TWO.plusDays(40);
        Map<String, Object> reason = Map.of("reason", ClosingReason.PATIENT_WANTS_NO_MORE);
        untilTheFirstOperation();
        course.take(AbandonGraft.class, TWO.minusDays(20), Map.of());
        course.refuse("SEQ-CLOSE", CloseWithoutMuscle.class, TWO.minusDays(19), reason);
        OtherCourse transferred = new OtherCourse()
                .play(
                        chapter("Evaluation", ONE, Map.of()),
                        chapter("The first operation", ONE, Map.of()),
                        chapter("While the nerve grows", ONE, Map.of()),
                        chapter("The second operation", TWO, Map.of()),
                        until(lost, chapter("Therapy and outcome", TWO, Map.of()))
                                .get(true));
        String caseId = transferred.pathway().last(StageTwoCompleted.class).caseId();
        transferred.refuse("SEQ-CLOSE", CloseWithoutMuscle.class, lost, reason);
        LocalDate early = TWO.plusDays(20);
        OtherCourse watched = new OtherCourse()
                .play(
                        chapter("Evaluation", ONE, Map.of()),
                        chapter("The first operation", ONE, Map.of()),
                        chapter("While the nerve grows", ONE, Map.of()),
                        chapter("The second operation", TWO, Map.of()))
                .take(RecordFlapLoss.class, early, Map.of("caseId", caseId));
        watched.refuse("SEQ-CLOSE", CloseWithoutMuscle.class, early, reason);
        transferred.take(RecordFlapLoss.class, lost, Map.of("caseId", caseId));
        transferred.take(CloseWithoutMuscle.class, lost, reason);
        assertThat(transferred.state().phase()).isEqualTo(Phase.COMPLETED);
        assertThat(transferred.state().rehabilitations().result()).isEqualTo(OutcomeClass.NOT_MET);
    }

    @Test
    void aRegraftGoesToTheEnd() {
        LocalDate givenUp = ONE.plusDays(240);
        LocalDate again = LocalDate.of(2025, 11, 4);
        LocalDate muscle = LocalDate.of(2026, 8, 4);
        course.play(
                chapter("Evaluation", ONE, Map.of()),
                chapter("The first operation", ONE, Map.of()),
                until(ONE.plusDays(200), chapter("While the nerve grows", ONE, Map.of()))
                        .get(true));
        String first = course.state().graft().graftId();

        course.take(AbandonGraft.class, givenUp, Map.of());
        course.refuse("INV-07", RevisePlan.class, givenUp, plan());
        course.take(RevisePlan.class, givenUp, plan("donorLeg", BodySide.LEFT));
        Map<String, Object> otherLeg = Map.of(
                "donorSide",
                "LEFT",
                "legSide",
                "LEFT",
                "sites",
                List.of(Map.of("anatomy", "FACE", "side", "LEFT"), Map.of("anatomy", "LEG", "side", "LEFT")));
        course.play(chapter("The first operation", again, otherLeg));
        assertThat(course.state().graft().graftId()).isNotEqualTo(first);
        assertThat(course.state().operations().stageOneDate()).contains(again);
        course.play(
                chapter("While the nerve grows", again, Map.of()),
                chapter("The second operation", muscle, Map.of()),
                chapter("Therapy and outcome", muscle, Map.of()));
        assertThat(course.state().graft().status()).isEqualTo(GraftStatus.USED_IN_STAGE_TWO);
        assertThat(course.state().phase()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    void aMuscleOnEachSideGoesToTheEnd() {
        LocalDate left = TWO;
        LocalDate right = LocalDate.of(2026, 4, 7);
        Map<String, Object> masseteric = Map.of(
                "option",
                "GRACILIS_MASSETERIC_1STAGE",
                "procedure",
                "GRACILIS_MASSETERIC_1STAGE",
                "motorNerve",
                "MASSETERIC");
        course.play(without(
                chapter(
                        "Evaluation",
                        TWO,
                        Map.of(
                                "referredSide",
                                "BILATERAL",
                                "paralysedSide",
                                "BILATERAL",
                                "option",
                                "GRACILIS_MASSETERIC_1STAGE")),
                "Confirm healthy side",
                "Select plan"));
        Map<String, Object> plan = plan(
                "option",
                TreatmentOption.GRACILIS_MASSETERIC_1STAGE,
                "nerveSource",
                NerveSource.MASSETERIC,
                "donorLeg",
                ABSENT,
                "stageOneSetting",
                ABSENT);
        LocalDate decided = TWO.minusDays(48);
        course.refuse("SEQ-PLAN-CONTENT", SelectPlan.class, decided, plan);
        plan.put("faceSide", FaceSide.LEFT);
        course.take(SelectPlan.class, decided, plan);
        course.play(chapter("The second operation", left, masseteric));
        MuscleFlap leftMuscle = course.muscle(flap -> flap.side() == FaceSide.LEFT);

        LocalDate planned = right.minusDays(40);
        Map<Boolean, List<Step>> leftTherapy = until(
                right.plusDays(5),
                without(
                        chapter("Therapy and outcome", left, Map.of("flapId", leftMuscle.flapId())),
                        "Complete pathway"));
        Map<Boolean, List<Step>> before = until(planned, leftTherapy.get(true));
        course.play(before.get(true));
        assertThat(course.state().phase()).isEqualTo(Phase.REHABILITATING);
        course.refuse("INV-08", RevisePlan.class, planned, and(plan, "faceSide", FaceSide.RIGHT));
        plan.put("donorThigh", BodySide.RIGHT);
        course.take(RevisePlan.class, planned, and(plan, "faceSide", FaceSide.RIGHT));
        Map<String, Object> onTheRight = new HashMap<>(masseteric);
        onTheRight.putAll(Map.of(
                "faceSide",
                "RIGHT",
                "donorSide",
                "RIGHT",
                "thighSide",
                "RIGHT",
                "sites",
                List.of(Map.of("anatomy", "FACE", "side", "RIGHT"), Map.of("anatomy", "THIGH", "side", "RIGHT"))));
        course.play(before.get(false), chapter("The second operation", right, onTheRight));
        MuscleFlap rightMuscle = course.muscle(flap -> flap.side() == FaceSide.RIGHT);
        assertThat(course.state().phase()).isEqualTo(Phase.STAGE2_DONE);
        LocalDate seen = right.plusDays(6);
        course.refuse("REF-FLAP", ObserveFirstMovement.class, seen, Map.of("seenOn", seen));

        course.play(
                leftTherapy.get(false), chapter("Therapy and outcome", right, Map.of("flapId", rightMuscle.flapId())));
        assertThat(course.state().rehabilitationOf(leftMuscle).dayZero()).isEqualTo(left);
        assertThat(course.state().rehabilitationOf(rightMuscle).dayZero()).isEqualTo(right);
        assertThat(course.state().rehabilitationOf(leftMuscle).firstMovementOn())
                .isEqualTo("2026-06-10");
        assertThat(course.state().rehabilitationOf(rightMuscle).firstMovementOn())
                .isEqualTo("2026-12-10");
        assertThat(course.state().rehabilitationOf(leftMuscle).outcomes()).hasSize(6);
        assertThat(course.state().rehabilitationOf(rightMuscle).outcomes()).hasSize(6);
        assertThat(course.state().phase()).isEqualTo(Phase.COMPLETED);
    }

    private static Map<String, Object> and(Map<String, Object> values, String name, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return more;
    }

    private static Map<String, Object> stageOneElsewhere() {
        return Map.of(
                "operatedOn",
                ONE.toString(),
                "donorSide",
                FaceSide.RIGHT,
                "bankSide",
                FaceSide.LEFT,
                "graftLengthCm",
                14.5,
                "surgeonId",
                "surgeon-osei",
                "legSide",
                BodySide.RIGHT);
    }

    @Test
    void aStageOneElsewhereBeforeThePlanLeavesTheWayToThePlan() {
        course.play(without(chapter("Evaluation", ONE.plusDays(100), Map.of()), "Select plan"));
        LocalDate attested = ONE.plusDays(60);
        course.take(AttestExternalStage.class, attested, stageOneElsewhere());
        assertThat(course.state().phase()).isEqualTo(Phase.NEUROTIZING);
        course.take(SelectPlan.class, attested, plan("donorLeg", ABSENT, "stageOneSetting", ABSENT));
        goesOnWithTheSecondOperation();
    }

    @Test
    @Tag("INV-06")
    void aStageOneElsewhereBeforeTheDecisionWaitsForTheDecision() {
        List<Step> evaluation = without(chapter("Evaluation", ONE.plusDays(100), Map.of()), "Select plan");
        List<Step> examined = until(ONE.plusDays(100), evaluation).get(true);
        course.play(without(examined, "Decide candidacy"));
        LocalDate attested = examined.getLast().at().toLocalDate();
        course.take(AttestExternalStage.class, attested, stageOneElsewhere());
        assertThat(course.state().phase()).isEqualTo(Phase.UNDER_EVALUATION);
        assertThat(course.state().nextStage()).isEqualTo(Stage.TWO);
        course.refuse(
                "INV-06",
                CharacteriseParalysis.class,
                attested,
                Map.of("paralysedSide", ParalysedSide.RIGHT, "onset", "2020-09", "congenital", false));
        course.take(
                DecideCandidacy.class,
                attested,
                Map.of(
                        "decision",
                        CandidacyDecision.APPROVE,
                        "option",
                        TreatmentOption.CFNG_GRACILIS_2STAGE,
                        "guidelineExceptions",
                        List.of()));
        assertThat(course.state().phase()).isEqualTo(Phase.NEUROTIZING);
        course.take(SelectPlan.class, attested, plan("donorLeg", ABSENT, "stageOneSetting", ABSENT));
        goesOnWithTheSecondOperation();
    }

    @Test
    void aStageOneElsewhereAfterThePlanEndsTheOneThatIsBookedHere() {
        course.play(
                chapter("Evaluation", ONE.plusDays(100), Map.of()),
                until(ONE.plusDays(90), chapter("The first operation", ONE.plusDays(100), Map.of()))
                        .get(true));
        assertThat(course.state().phase()).isEqualTo(Phase.STAGE1_PLANNED);
        course.take(AttestExternalStage.class, ONE.plusDays(90), stageOneElsewhere());
        assertThat(course.pathway().last(SurgeryCancelled.class).reason())
                .isEqualTo(ScheduleChangeReason.DONE_ELSEWHERE);
        assertThat(course.state().schedule().caseOf(Stage.ONE)).isEmpty();
        assertThat(course.state().phase()).isEqualTo(Phase.NEUROTIZING);
        goesOnWithTheSecondOperation();
    }

    private void goesOnWithTheSecondOperation() {
        course.play(
                without(
                        until(ONE.plusDays(91), chapter("While the nerve grows", ONE, Map.of()))
                                .get(false),
                        "Complete day-one call",
                        "Assess wound",
                        "Close surveillance"),
                chapter("The second operation", TWO, Map.of()),
                chapter("Therapy and outcome", TWO, Map.of()));
        assertThat(course.state().phase()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    void aStageTwoElsewhereIsFollowedHereToTheEnd() {
        course.play(without(chapter("Evaluation", TWO.plusDays(60), Map.of()), "Select plan"));
        LocalDate attested = TWO.plusDays(15);
        Map<String, Object> elsewhere = new HashMap<>(Map.<String, Object>of(
                "operatedOn",
                TWO.toString(),
                "faceSide",
                FaceSide.RIGHT,
                "thighSide",
                ABSENT,
                "motorNerve",
                MotorNerve.CROSS_FACIAL_GRAFT,
                "surgeonId",
                "surgeon-osei"));
        course.refuse("INV-03", AttestExternalStageTwo.class, attested, elsewhere);
        elsewhere.put("faceSide", FaceSide.LEFT);
        course.take(AttestExternalStageTwo.class, attested, elsewhere);
        assertThat(course.state().phase()).isEqualTo(Phase.STAGE2_DONE);
        List<Step> therapy = chapter("Therapy and outcome", TWO, Map.of());
        course.play(without(until(attested, therapy).get(false), "Close surveillance"));
        assertThat(course.state().newestRehabilitation().dayZero()).isEqualTo(TWO);
        assertThat(course.state().operations().completed()).isEmpty();
        assertThat(course.state().phase()).isEqualTo(Phase.COMPLETED);
    }
}
