package org.crossface.pathway.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.pathway.Course;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.Refused;
import org.crossface.pathway.intake.ReferralDeclined;
import org.crossface.pathway.neurotization.GraftAbandoned;
import org.crossface.pathway.neurotization.GraftStatus;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.neurotization.NeurotizationNotConfirmed;
import org.crossface.pathway.oversight.CareTransferred;
import org.crossface.pathway.oversight.PathwayPutOnHold;
import org.crossface.pathway.oversight.PathwayResumed;
import org.crossface.pathway.oversight.PatientDied;
import org.crossface.pathway.oversight.PatientReturned;
import org.crossface.pathway.oversight.PatientWithdrew;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.oversight.WithdrawalScope;
import org.crossface.pathway.oversight.interruption.RecordReturn;
import org.crossface.pathway.oversight.interruption.ResumePathway;
import org.crossface.pathway.planning.CandidacyDeclined;
import org.crossface.pathway.recovery.events.FlapLost;
import org.crossface.pathway.recovery.events.FlapSalvaged;
import org.crossface.pathway.rehabilitation.events.NonFunctioningTransferDeclared;
import org.crossface.pathway.rehabilitation.events.PathwayCompleted;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.vocabulary.FlapCondition;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProgressTest {

    private static final Map<Class<? extends PathwayEvent>, Phase> ENDS = Map.of(
            ReferralDeclined.class, Phase.REFERRAL_DECLINED,
            CandidacyDeclined.class, Phase.NOT_CANDIDATE,
            PathwayCompleted.class, Phase.COMPLETED,
            PatientWithdrew.class, Phase.WITHDRAWN,
            CareTransferred.class, Phase.TRANSFERRED_OUT,
            PatientDied.class, Phase.DECEASED);

    @TestFactory
    Stream<DynamicTest> anEndStaysAnEndWhateverIsRecordedAfterIt() {
        return ENDS.entrySet().stream()
                .map(end -> DynamicTest.dynamicTest(end.getValue().label(), () -> staysAfter(end.getKey())));
    }

    private static void staysAfter(Class<? extends PathwayEvent> end) {
        Phase phase = ended(end).state().phase();
        Set<Class<?>> leave = Set.of(PatientReturned.class, PatientDied.class);
        List<Class<? extends PathwayEvent>> facts = ModuleClasses.events().stream()
                .filter(PathwayEvent.class::isAssignableFrom)
                .<Class<? extends PathwayEvent>>map(event -> event.asSubclass(PathwayEvent.class))
                .filter(event -> !leave.contains(event))
                .toList();
        assertThat(facts).isNotEmpty();
        for (Class<? extends PathwayEvent> fact : facts) {
            assertThat(ended(end).and(fact, "2027-12-01").state().phase())
                    .as("%s after %s", fact.getSimpleName(), end.getSimpleName())
                    .isEqualTo(phase);
        }
    }

    private static Course ended(Class<? extends PathwayEvent> end) {
        Map<String, ?> values =
                end == PatientWithdrew.class ? Map.of("scope", WithdrawalScope.WHOLE_PATHWAY) : Map.of();
        return Course.inTherapy().and(end, "2027-11-01", values);
    }

    @Test
    void onlyAWithdrawnPatientReturnsAndADeathTakesThePlaceOfAnyEnd() {
        assertThat(ended(PatientWithdrew.class)
                        .and(PatientReturned.class, "2027-12-01")
                        .state()
                        .phase())
                .isEqualTo(Phase.REHABILITATING);
        assertThat(ended(PathwayCompleted.class)
                        .and(PatientReturned.class, "2027-12-01")
                        .state()
                        .phase())
                .isEqualTo(Phase.COMPLETED);
        assertThat(ended(PathwayCompleted.class)
                        .and(PatientDied.class, "2027-12-01")
                        .state()
                        .phase())
                .isEqualTo(Phase.DECEASED);
    }

    @Test
    void whatHappensDuringAHoldMovesTheCourseBeneathIt() {
        Course held = Course.stageTwoDone()
                .and(PathwayPutOnHold.class, "2025-10-08")
                .and(FlapLost.class, "2025-10-09", Map.of("caseId", "case-2"));

        assertThat(held.state().phase()).isEqualTo(Phase.ON_HOLD);
        assertThat(held.and(PathwayResumed.class, "2025-10-10").state().phase()).isEqualTo(Phase.REPLANNED);
    }

    @Test
    void anAbandonedGraftDoesNotEndAHold() {
        Course held =
                Course.stageOneDone().and(PathwayPutOnHold.class, "2025-05-01").and(GraftAbandoned.class, "2025-05-02");

        assertThat(held.state().phase()).isEqualTo(Phase.ON_HOLD);
    }

    @Test
    void aStageTwoThatIsCompletedDuringAHoldIsDoneAfterIt() {
        Course held = Course.stageOneDone()
                .and(PathwayPutOnHold.class, "2025-10-07")
                .and(
                        StageTwoCompleted.class,
                        "2025-10-07",
                        Map.of("operatedOn", Course.STAGE_TWO, "secondSurgeonId", ABSENT))
                .and(PathwayResumed.class, "2025-10-08");

        assertThat(held.state().phase()).isEqualTo(Phase.STAGE2_DONE);
    }

    @Test
    void aCancelledOperationLeadsBackToWhereItWasBooked() {
        assertThat(Course.stageOneDone()
                        .and(GraftAbandoned.class, "2025-05-02")
                        .and(SurgeryScheduled.class, "2025-06-01", booking(Stage.ONE))
                        .and(SurgeryCancelled.class, "2025-06-02", booking(Stage.ONE))
                        .state()
                        .phase())
                .isEqualTo(Phase.REPLANNED);
        assertThat(Course.stageOneDone()
                        .and(SurgeryScheduled.class, "2025-06-01", booking(Stage.TWO))
                        .and(SurgeryCancelled.class, "2025-06-02", booking(Stage.TWO))
                        .state()
                        .phase())
                .as("a muscle driven by the masseteric nerve alone is booked while the graft grows")
                .isEqualTo(Phase.NEUROTIZING);
    }

    @Test
    void aBookingThatIsCancelledAfterItsConfirmationWasRetractedLeadsBackToTheGrowingGraft() {
        assertThat(Course.stageOneDone()
                        .and(NeurotizationConfirmed.class, "2025-09-02", Map.of("factId", "confirmed"))
                        .and(SurgeryScheduled.class, "2025-09-03", booking(Stage.TWO))
                        .and(RecordRetracted.class, "2025-09-04", Map.of("targetFactId", "confirmed"))
                        .and(SurgeryCancelled.class, "2025-09-05", booking(Stage.TWO))
                        .state()
                        .phase())
                .isEqualTo(Phase.NEUROTIZING);
    }

    @Test
    void aCaseThatIsCancelledDuringAHoldIsNotPlannedAfterIt() {
        assertThat(Course.stageOneDone()
                        .and(NeurotizationConfirmed.class, "2025-09-02")
                        .and(SurgeryScheduled.class, "2025-09-03", booking(Stage.TWO))
                        .and(PathwayPutOnHold.class, "2025-09-04")
                        .and(SurgeryCancelled.class, "2025-09-05", booking(Stage.TWO))
                        .and(PathwayResumed.class, "2025-09-06")
                        .state()
                        .phase())
                .isEqualTo(Phase.READY_FOR_STAGE2);
    }

    private static Map<String, Object> booking(Stage stage) {
        return Map.of("stage", stage, "caseId", "case-booked");
    }

    @Test
    @Tag("INV-57")
    void afterAWithdrawalFromTheNextOperationThePatientReturnsFirst() {
        withdrawnFromNext().when(ResumePathway.class, "2025-05-02", Map.of()).expectException(Refused.by("INV-57"));
        withdrawnFromNext()
                .and(PatientReturned.class, "2025-05-02")
                .and(PathwayPutOnHold.class, "2025-05-03")
                .when(ResumePathway.class, "2025-05-04", Map.of())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-RETURN")
    void aPatientWhoWithdrewFromTheNextOperationReturnsAndOneOnHoldForAnotherReasonDoesNot() {
        withdrawnFromNext()
                .when(RecordReturn.class, "2025-05-02", Map.of())
                .expectState(pathway -> assertThat(pathway.state().phase()).isEqualTo(Phase.NEUROTIZING));
        Course.stageOneDone()
                .and(PathwayPutOnHold.class, "2025-05-01")
                .when(RecordReturn.class, "2025-05-02", Map.of())
                .expectException(Refused.by("SEQ-RETURN"));
    }

    private static Course withdrawnFromNext() {
        return Course.stageOneDone()
                .and(PatientWithdrew.class, "2025-05-01", Map.of("scope", WithdrawalScope.NEXT_STAGE));
    }

    @Test
    void anAbandonedGraftAndALostFlapStaySo() {
        Course abandoned = Course.stageOneDone()
                .and(GraftAbandoned.class, "2025-05-02")
                .and(NeurotizationNotConfirmed.class, "2025-05-03");
        assertThat(abandoned.state().graft().status()).isEqualTo(GraftStatus.ABANDONED);

        Course lost = Course.stageTwoDone()
                .and(GracilisHarvested.class, "2025-10-07", Map.of("caseId", "case-2"))
                .and(FlapLost.class, "2025-10-09", Map.of("caseId", "case-2"))
                .and(FlapSalvaged.class, "2025-10-10", Map.of("caseId", "case-2"));
        assertThat(lost.state().newestFlap().condition()).isEqualTo(FlapCondition.LOST);
    }

    @Test
    void aTransferThatDoesNotFunctionIsReplannedAndReopensNoEnd() {
        assertThat(Course.inTherapy()
                        .and(NonFunctioningTransferDeclared.class, "2027-04-08")
                        .state()
                        .phase())
                .isEqualTo(Phase.REPLANNED);
    }
}
