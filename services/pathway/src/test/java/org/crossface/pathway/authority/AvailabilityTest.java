package org.crossface.pathway.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.Course;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.Histories;
import org.crossface.pathway.Samples;
import org.crossface.pathway.aftercare.complication.RegradeComplication;
import org.crossface.pathway.aftercare.complication.ResolveComplication;
import org.crossface.pathway.aftercare.contact.CompleteDayOneCall;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.events.ComplicationResolved;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.aftercare.redflag.AcknowledgeRedFlag;
import org.crossface.pathway.aftercare.redflag.ResolveRedFlag;
import org.crossface.pathway.aftercare.wound.CloseSurveillance;
import org.crossface.pathway.aftercare.wound.DiagnoseInfection;
import org.crossface.pathway.consent.signature.ObtainConsent;
import org.crossface.pathway.consent.signature.RevokeConsent;
import org.crossface.pathway.consent.signature.VerifyConsent;
import org.crossface.pathway.oversight.ConcernRaised;
import org.crossface.pathway.oversight.concern.CloseConcern;
import org.crossface.pathway.planning.decision.RevisePlan;
import org.crossface.pathway.planning.decision.SelectPlan;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.recovery.events.FlapLost;
import org.crossface.pathway.rehabilitation.completion.CompletePathway;
import org.crossface.pathway.rehabilitation.events.SpontaneousSmileObserved;
import org.crossface.pathway.rehabilitation.therapy.CompleteRehabilitation;
import org.crossface.pathway.rehabilitation.therapy.StartRehabilitation;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.scheduling.booking.CancelSurgery;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.checklist.MakeIncision;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.IncisionMade;
import org.crossface.pathway.surgery.events.PatientAdmitted;
import org.crossface.pathway.surgery.reports.DiscontinueProcedure;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is offered and what is locked, before anything is entered; the lock names the rule that would refuse. */
class AvailabilityTest {

    private static final CommandCatalogue CATALOGUE = CommandCatalogue.read();

    private static Availability availability(Class<?> command, PathwayState state, String day) {
        return Availability.of(
                state, CATALOGUE.find(command).orElseThrow().useCase(), Course.noon(day), Policy.defaults());
    }

    private static boolean isOffered(Class<?> command, PathwayState state, String day) {
        return availability(command, state, day) instanceof Availability.Offered;
    }

    /** The rules that lock it, each with what it found. */
    private static List<String> locks(Class<?> command, PathwayState state, String day) {
        return availability(command, state, day) instanceof Availability.Locked locked
                ? locked.unmet().stream()
                        .map(each -> each.found().rule().id() + ": "
                                + each.found().verdict().finding())
                        .toList()
                : List.of();
    }

    @Test
    @Tag("INV-15")
    void aLockSaysWhatIsMissingAndWhichCommandWouldHelp() {
        PathwayState planned = PathwayState.of(Histories.planned());
        assertThat(availability(ScheduleSurgery.class, planned, "2025-01-02"))
                .isInstanceOfSatisfying(Availability.Locked.class, locked -> {
                    assertThat(locked.reason())
                            .isEqualTo("There is no consent for stage ONE. Obtain the consent first.");
                    assertThat(locked.unmet().getFirst().condition().fulfilledBy())
                            .containsExactly(ObtainConsent.class);
                    assertThat(locked.from()).isEmpty();
                });
        assertThat(locks(ScheduleSurgery.class, planned, "2025-01-02"))
                .containsExactly(
                        "INV-15: There is no consent for stage ONE", "INV-19: There is no clearance for stage ONE");
        assertThat(isOffered(ScheduleSurgery.class, PathwayState.of(Histories.readyForStageOne()), "2025-01-02"))
                .isTrue();
    }

    @Test
    @Tag("INV-47")
    void whatTimeAloneUnlocksTellsFromWhen() {
        PathwayState state =
                Course.inTherapy().assessed(OutcomeVisit.M18, "2027-04-05").state();
        ZonedDateTime firstMoment = LocalDate.of(2027, 4, 7).atStartOfDay(ZoneId.of("America/Los_Angeles"));
        assertThat(availability(CompleteRehabilitation.class, state, "2027-04-06"))
                .isInstanceOfSatisfying(
                        Availability.Locked.class,
                        locked -> assertThat(locked.from()).contains(firstMoment.toInstant()));
        assertThat(isOffered(CompleteRehabilitation.class, state, "2027-04-07")).isTrue();
    }

    @Test
    @Tag("INV-50")
    void aPathwayWhoseTherapyGoesOnTellsThatAlone() {
        PathwayState state = Course.inTherapy()
                .and(SpontaneousSmileObserved.class, "2027-10-06")
                .assessed(OutcomeVisit.M24, "2027-10-06")
                .state();
        assertThat(locks(CompletePathway.class, state, "2027-10-08")).containsExactly("INV-50: Therapy is not closed");
    }

    @Test
    @Tag("REF-CASE")
    void withoutACaseNothingElseIsTold() {
        assertThat(locks(MakeIncision.class, PathwayState.of(Histories.readyForStageOne()), "2025-01-14"))
                .containsExactly("REF-CASE: No operation is scheduled");
    }

    @Test
    @Tag("SEQ-PHASE")
    void whatBelongsToOtherPhasesIsLocked() {
        assertThat(locks(SelectPlan.class, PathwayState.of(Histories.evaluated()), "2024-11-27"))
                .containsExactly("SEQ-PHASE: The phase of the pathway is “under evaluation”");
    }

    @Test
    @Tag("SEQ-PLAN")
    void aPlanIsSelectedOnce() {
        assertThat(isOffered(SelectPlan.class, PathwayState.of(Histories.approved()), "2024-12-03"))
                .isTrue();
        assertThat(locks(SelectPlan.class, PathwayState.of(Histories.planned()), "2024-12-04"))
                .containsExactly("SEQ-PLAN: There is already a plan");
    }

    @Test
    @Tag("SEQ-CONSENT-STANDING")
    @Tag("SEQ-REVOKE")
    void withoutAConsentNoneIsVerifiedOrTakenBack() {
        PathwayState planned = PathwayState.of(Histories.planned());
        assertThat(locks(VerifyConsent.class, planned, "2025-01-02"))
                .containsExactly("SEQ-CONSENT-STANDING: No consent is in force");
        assertThat(locks(RevokeConsent.class, planned, "2025-01-02"))
                .containsExactly("SEQ-REVOKE: There is no consent to take back");
        PathwayState consented = PathwayState.of(Histories.readyForStageOne());
        assertThat(isOffered(VerifyConsent.class, consented, "2025-01-02")).isTrue();
        assertThat(isOffered(RevokeConsent.class, consented, "2025-01-02")).isTrue();
    }

    @Test
    @Tag("SEQ-AFTERCARE")
    @Tag("SEQ-INFECTION")
    @Tag("SEQ-SURVEILLANCE")
    void whatFollowsAnOperationWaitsForOne() {
        PathwayState before = PathwayState.of(Histories.stageOneScheduled());
        assertThat(locks(CompleteDayOneCall.class, before, "2025-01-13"))
                .containsExactly("SEQ-AFTERCARE: Stage ONE is not completed");
        assertThat(locks(DiagnoseInfection.class, before, "2025-01-13"))
                .containsExactly("SEQ-INFECTION: Stage ONE is not completed");
        assertThat(locks(CloseSurveillance.class, before, "2025-01-13"))
                .containsExactly("SEQ-SURVEILLANCE: Stage ONE is not completed");
        PathwayState after = Course.stageOneDone().state();
        for (Class<?> command : List.of(CompleteDayOneCall.class, DiagnoseInfection.class, CloseSurveillance.class)) {
            assertThat(isOffered(command, after, "2025-01-15"))
                    .as(command.getSimpleName())
                    .isTrue();
        }
    }

    @Test
    @Tag("REF-RED-FLAG")
    @Tag("SEQ-RED-FLAG")
    void withoutAnOpenRedFlagNoneIsTakenOverOrResolved() {
        PathwayState quiet = Course.stageOneDone().state();
        assertThat(locks(AcknowledgeRedFlag.class, quiet, "2025-01-16"))
                .containsExactly("REF-RED-FLAG: No red flag is open");
        assertThat(locks(ResolveRedFlag.class, quiet, "2025-01-16"))
                .containsExactly("SEQ-RED-FLAG: No red flag is open");
        PathwayState raised =
                Course.stageOneDone().and(RedFlagRaised.class, "2025-01-15").state();
        assertThat(isOffered(AcknowledgeRedFlag.class, raised, "2025-01-16")).isTrue();
        assertThat(isOffered(ResolveRedFlag.class, raised, "2025-01-16")).isTrue();
    }

    @Test
    @Tag("REF-COMPLICATION")
    @Tag("SEQ-COMPLICATION")
    void withoutAComplicationNoneIsGradedAnewOrResolved() {
        Course course = Course.stageOneDone();
        assertThat(locks(RegradeComplication.class, course.state(), "2025-01-16"))
                .containsExactly("REF-COMPLICATION: No complication is recorded");
        assertThat(locks(ResolveComplication.class, course.state(), "2025-01-16"))
                .containsExactly("SEQ-COMPLICATION: No complication is open");
        course.and(ComplicationRecorded.class, "2025-01-15", Map.of("factId", "complication-1"));
        assertThat(isOffered(RegradeComplication.class, course.state(), "2025-01-16"))
                .isTrue();
        assertThat(isOffered(ResolveComplication.class, course.state(), "2025-01-16"))
                .isTrue();
        course.and(ComplicationResolved.class, "2025-01-16", Map.of("complicationId", "complication-1"));
        assertThat(isOffered(RegradeComplication.class, course.state(), "2025-01-17"))
                .isTrue();
        assertThat(isOffered(ResolveComplication.class, course.state(), "2025-01-17"))
                .isFalse();
    }

    @Test
    @Tag("SEQ-CASE")
    void onlyAnOpenCaseBeforeTheIncisionIsCancelled() {
        assertThat(locks(CancelSurgery.class, PathwayState.of(Histories.readyForStageOne()), "2025-01-13"))
                .first()
                .isEqualTo("SEQ-CASE: Stage ONE has no open case");
        Course scheduled = Course.of(Histories.stageOneScheduled());
        assertThat(isOffered(CancelSurgery.class, scheduled.state(), "2025-01-13"))
                .isTrue();
        scheduled
                .and(PatientAdmitted.class, "2025-01-14", Map.of("caseId", Histories.CASE_ONE, "stage", Stage.ONE))
                .and(IncisionMade.class, "2025-01-14", Map.of("caseId", Histories.CASE_ONE));
        assertThat(isOffered(CancelSurgery.class, scheduled.state(), "2025-01-14"))
                .isFalse();
    }

    @Test
    @Tag("SEQ-SCHEDULE")
    void theNextOperationAloneIsBooked() {
        PathwayState scheduled = PathwayState.of(Histories.stageOneScheduled());
        UseCase<?> booking = CATALOGUE.find(ScheduleSurgery.class).orElseThrow().useCase();
        Situation stageTwo = booking.situations(scheduled, Course.noon("2025-01-03"), Policy.defaults()).stream()
                .filter(each -> each.stage() == Stage.TWO)
                .findFirst()
                .orElseThrow();
        assertThat(booking.unmet(stageTwo))
                .extracting(each -> each.found().verdict().finding())
                .contains("Stage TWO is not the next operation in the phase “stage one planned”");
    }

    @Test
    @Tag("SEQ-DISCONTINUE")
    void aCompletedOperationIsNotStopped() {
        assertThat(locks(DiscontinueProcedure.class, PathwayState.of(Histories.stageOneDone()), "2025-01-14"))
                .contains("SEQ-DISCONTINUE: The operation is complete");
    }

    @Test
    @Tag("INV-68")
    void aTaskOfOthersIsLockedWithoutARule() {
        assertThat(Availability.of(
                        PathwayState.of(Histories.readyForStageOne()),
                        CATALOGUE.find(ScheduleSurgery.class).orElseThrow(),
                        Role.THERAPIST,
                        Course.noon("2025-01-02"),
                        Policy.defaults()))
                .isEqualTo(new Availability.Locked(List.of(), "For Surgical coordinator"));
    }

    @Test
    @Tag("SEQ-PLAN")
    void afterTheTransferAPlanIsRevisedForASideWithoutAMuscle() {
        DayOfSurgery day = DayOfSurgery.stageTwo()
                .upToIncision()
                .muscleHarvested()
                .reperfusedAfter(98)
                .completed();
        assertThat(locks(RevisePlan.class, PathwayState.of(day.facts()), "2025-10-09"))
                .containsExactly("SEQ-PLAN: Each paralysed side has its muscle");
        day.with(Samples.of(FlapLost.class, Map.of("caseId", day.caseId(), "factId", "lost")));
        assertThat(isOffered(RevisePlan.class, PathwayState.of(day.facts()), "2025-10-09"))
                .isTrue();
    }

    @Test
    @Tag("REF-CONCERN")
    void withoutAnOpenConcernNoneIsClosed() {
        Course course = Course.stageOneDone();
        assertThat(locks(CloseConcern.class, course.state(), "2025-01-16"))
                .containsExactly("REF-CONCERN: No concern is open");
        course.and(ConcernRaised.class, "2025-01-15");
        assertThat(isOffered(CloseConcern.class, course.state(), "2025-01-16")).isTrue();
    }

    @Test
    @Tag("SEQ-THERAPY-START")
    void therapyStartsForAMuscleThatIsInUse() {
        Course course = Course.stageTwoDone().and(GracilisHarvested.class, "2025-10-07", Map.of("caseId", "case-2"));
        assertThat(isOffered(StartRehabilitation.class, course.state(), "2025-10-10"))
                .isTrue();
        course.and(FlapLost.class, "2025-10-09", Map.of("caseId", "case-2"));
        assertThat(locks(StartRehabilitation.class, course.state(), "2025-10-10"))
                .containsExactly("SEQ-THERAPY-START: The muscle was lost or does not function");
    }
}
