package org.crossface.pathway.oversight.interruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.LocalDate;
import java.util.Map;
import org.axonframework.test.matchers.Matchers;
import org.crossface.pathway.Course;
import org.crossface.pathway.Refused;
import org.crossface.pathway.aftercare.contact.RecordContactAttempt;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.aftercare.events.WoundAssessed;
import org.crossface.pathway.aftercare.redflag.ResolveRedFlag;
import org.crossface.pathway.aftercare.vocabulary.ContactChannel;
import org.crossface.pathway.aftercare.vocabulary.ContactOutcome;
import org.crossface.pathway.aftercare.wound.AssessWound;
import org.crossface.pathway.neurotization.NeurotizationBasis;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.neurotization.growth.ConfirmNeurotization;
import org.crossface.pathway.oversight.LateEntryExplained;
import org.crossface.pathway.oversight.LostToFollowUpDeclared;
import org.crossface.pathway.oversight.OverrideUsed;
import org.crossface.pathway.oversight.PathwayPutOnHold;
import org.crossface.pathway.oversight.PatientDied;
import org.crossface.pathway.oversight.RuleOverridden;
import org.crossface.pathway.rehabilitation.events.PathwayCompleted;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OversightRulesTest {

    private static final String REASON = "A reason of more than twenty characters";

    @Test
    @Tag("INV-56")
    void afterDeathNobodyIsContacted() {
        Course.stageOneDone()
                .and(PatientDied.class, "2025-02-01")
                .when(Role.AFTERCARE_NURSE, RecordContactAttempt.class, "2025-02-02", Map.of())
                .expectException(Refused.by("INV-56"));
    }

    @Test
    @Tag("INV-56")
    void afterDeathARedFlagCanStillBeClosed() {
        Course.stageOneDone()
                .and(RedFlagRaised.class, "2025-01-31", Map.of("factId", "flag"))
                .and(PatientDied.class, "2025-02-01")
                .when(ResolveRedFlag.class, "2025-02-02", Map.of("flagId", "flag"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-61")
    void aLateEntryWithoutAReasonIsRefused() {
        Course.stageOneDone()
                .when(
                        Role.AFTERCARE_NURSE,
                        AssessWound.class,
                        Course.noon("2025-01-31"),
                        Course.noon("2025-02-01").plusMinutes(1),
                        Map.of(),
                        null)
                .expectException(Refused.by("INV-61"));
    }

    @Test
    @Tag("INV-61")
    void aDayIsNotLate() {
        Course.stageOneDone()
                .when(
                        Role.AFTERCARE_NURSE,
                        AssessWound.class,
                        Course.noon("2025-01-31"),
                        Course.noon("2025-02-01"),
                        Map.of(),
                        null)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-61")
    void theReasonOfALateEntryBecomesAFact() {
        Course.stageOneDone()
                .when(
                        Role.AFTERCARE_NURSE,
                        AssessWound.class,
                        Course.noon("2025-01-31"),
                        Course.noon("2025-02-04"),
                        Map.of(),
                        "The note was found on paper")
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(
                        Matchers.payloadsMatching(Matchers.exactSequenceOf(
                                Matchers.predicate(WoundAssessed.class::isInstance),
                                Matchers.predicate(new LateEntryExplained(
                                        "pathway-1",
                                        "id-2",
                                        Course.noon("2025-02-04"),
                                        "id-1",
                                        "The note was found on paper")::equals),
                                Matchers.andNoMore())));
    }

    @Test
    @Tag("SEQ-OVERRIDE")
    void aHardRuleIsNotOverridden() {
        Course.stageOneDone()
                .when(OverrideRule.class, "2025-05-01", override("INV-24", REASON))
                .expectException(Refused.by("SEQ-OVERRIDE"));
    }

    @Test
    @Tag("SEQ-OVERRIDE")
    void anOverrideOfNineteenCharactersIsRefused() {
        Course.stageOneDone()
                .when(OverrideRule.class, "2025-05-01", override("INV-22", "nineteen characters"))
                .expectException(Refused.by("SEQ-OVERRIDE"));
    }

    @Test
    @Tag("SEQ-OVERRIDE")
    void anotherRoleDoesNotOverride() {
        Course.stageOneDone()
                .when(Role.ANESTHESIOLOGIST, OverrideRule.class, "2025-05-01", override("INV-22", REASON))
                .expectException(Refused.by("SEQ-OVERRIDE"));
    }

    @Test
    @Tag("SEQ-OVERRIDE")
    void aSurgeonOverridesAClinicalRule() {
        Course.stageOneDone()
                .when(OverrideRule.class, "2025-05-01", override("INV-22", REASON))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-OVERRIDE")
    void anOverrideNamesACommandThatTheRuleJudgesByItsPublicName() {
        Course.stageOneDone()
                .when(
                        OverrideRule.class,
                        "2025-05-01",
                        Map.of("invariantId", "INV-22", "command", "no-such-command", "reason", REASON))
                .expectException(Refused.by("SEQ-OVERRIDE", "command"));
        Course.stageOneDone()
                .when(
                        OverrideRule.class,
                        "2025-05-01",
                        Map.of("invariantId", "INV-22", "command", "assess-tinel", "reason", REASON))
                .expectException(Refused.by("SEQ-OVERRIDE", "command"));
        Course.stageOneDone()
                .when(
                        OverrideRule.class,
                        "2025-05-01",
                        Map.of("invariantId", "INV-22", "command", "confirm-neurotization", "reason", REASON))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anOverrideIsShownWhereItWasUsed() {
        Map<String, Object> judgement =
                Map.of("basis", NeurotizationBasis.CLINICAL_JUDGEMENT, "secondReviewer", ABSENT, "rationale", ABSENT);
        Course overridden = Course.stageOneDone()
                .and(
                        RuleOverridden.class,
                        "2025-05-01",
                        Map.of("factId", "override", "invariantId", "INV-22", "command", "confirm-neurotization"));
        overridden
                .when(ConfirmNeurotization.class, "2025-05-01", judgement)
                .expectEventsMatching(Matchers.payloadsMatching(Matchers.exactSequenceOf(
                        Matchers.predicate(NeurotizationConfirmed.class::isInstance),
                        Matchers.predicate(new OverrideUsed(
                                "pathway-1", "id-2", Course.noon("2025-05-01"), "id-1", "override", "INV-22")::equals),
                        Matchers.andNoMore())));
        overridden
                .when(ConfirmNeurotization.class, "2025-05-01", Map.of("basis", NeurotizationBasis.EMG))
                .expectEventsMatching(Matchers.payloadsMatching(Matchers.exactSequenceOf(
                        Matchers.predicate(NeurotizationConfirmed.class::isInstance), Matchers.andNoMore())));
    }

    @Test
    void anOverrideHoldsForADay() {
        Map<String, Object> judgement =
                Map.of("basis", NeurotizationBasis.CLINICAL_JUDGEMENT, "secondReviewer", ABSENT, "rationale", ABSENT);
        Course overridden = Course.stageOneDone()
                .and(
                        RuleOverridden.class,
                        "2025-05-01",
                        Map.of("invariantId", "INV-22", "command", "ConfirmNeurotization"));
        overridden.when(ConfirmNeurotization.class, "2025-05-02", judgement).expectSuccessfulHandlerExecution();
        overridden.when(ConfirmNeurotization.class, "2025-05-03", judgement).expectException(Refused.by("INV-22"));
    }

    @Test
    @Tag("SEQ-PHASE")
    void aCompletedPathwayIsNotPutOnHold() {
        Course.stageTwoDone()
                .and(PathwayCompleted.class, "2027-10-12")
                .when(PutOnHold.class, "2027-10-13", Map.of())
                .expectException(Refused.by("SEQ-PHASE"));
    }

    @Test
    @Tag("SEQ-PHASE")
    void aPathwayIsPutOnHoldOnce() {
        held().when(PutOnHold.class, "2025-05-02", Map.of()).expectException(Refused.by("SEQ-PHASE"));
    }

    @Test
    @Tag("SEQ-PHASE")
    void aLivePathwayIsPutOnHoldAndKeepsItsPhase() {
        Course.stageOneDone().when(PutOnHold.class, "2025-05-02", Map.of()).expectState(pathway -> {
            assertThat(pathway.state().phase()).isEqualTo(Phase.ON_HOLD);
            assertThat(pathway.state().interruptedPhase()).isEqualTo(Phase.NEUROTIZING);
        });
    }

    @Test
    @Tag("SEQ-PHASE")
    void aPathwayThatIsNotOnHoldIsNotResumed() {
        Course.stageOneDone()
                .when(ResumePathway.class, "2025-05-02", Map.of())
                .expectException(Refused.by("SEQ-PHASE"));
    }

    @Test
    @Tag("SEQ-PHASE")
    void aHeldPathwayReturnsToItsPhase() {
        held().when(ResumePathway.class, "2025-05-02", Map.of())
                .expectState(pathway -> assertThat(pathway.state().phase()).isEqualTo(Phase.NEUROTIZING));
    }

    @Test
    @Tag("INV-58")
    void twoAttemptsWithoutALetterAreNotEnough() {
        Course.stageOneDone()
                .and(ContactAttempted.class, "2024-12-12", attempt(ContactChannel.PHONE))
                .and(ContactAttempted.class, "2024-12-20", attempt(ContactChannel.SMS))
                .when(Role.SURGICAL_COORDINATOR, DeclareLostToFollowUp.class, "2025-01-05", Map.of())
                .expectException(Refused.by("INV-58"));
    }

    @Test
    @Tag("INV-58")
    void attemptsWithinTwentyNineDaysAreNotEnough() {
        vanished()
                .when(Role.SURGICAL_COORDINATOR, DeclareLostToFollowUp.class, "2025-03-13", Map.of())
                .expectException(Refused.by("INV-58"));
    }

    @Test
    @Tag("INV-58")
    void enoughAttemptsOverThirtyDaysAndALetterDeclareThePatientLost() {
        vanished()
                .when(Role.SURGICAL_COORDINATOR, DeclareLostToFollowUp.class, "2025-03-14", Map.of())
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> assertThat(pathway.state().phase()).isEqualTo(Phase.LOST_TO_FOLLOW_UP));
    }

    @Test
    @Tag("SEQ-PHASE")
    void aPatientWhoWasNeverGoneDoesNotReturn() {
        Course.stageOneDone().when(RecordReturn.class, "2025-05-02", Map.of()).expectException(Refused.by("SEQ-PHASE"));
    }

    @Test
    @Tag("SEQ-PHASE")
    void aLostPatientReturnsToThePhaseBefore() {
        Course.stageOneDone()
                .and(LostToFollowUpDeclared.class, "2025-03-14", Map.of("phaseBefore", Phase.NEUROTIZING))
                .when(RecordReturn.class, "2025-11-10", Map.of())
                .expectState(pathway -> assertThat(pathway.state().phase()).isEqualTo(Phase.NEUROTIZING));
    }

    @Test
    @Tag("SEQ-DEATH")
    void aDeathInTheFutureIsRefused() {
        Course.stageOneDone()
                .when(RecordPatientDeath.class, "2025-05-02", Map.of("diedOn", LocalDate.of(2025, 5, 3)))
                .expectException(Refused.by("SEQ-DEATH"));
    }

    @Test
    @Tag("SEQ-DEATH")
    void aDeathEndsThePathway() {
        Course.stageOneDone()
                .when(RecordPatientDeath.class, "2025-05-02", Map.of("diedOn", LocalDate.of(2025, 5, 2)))
                .expectState(pathway -> assertThat(pathway.state().phase()).isEqualTo(Phase.DECEASED));
    }

    private static Course held() {
        return Course.stageOneDone()
                .and(PathwayPutOnHold.class, "2025-05-01", Map.of("phaseBefore", Phase.NEUROTIZING));
    }

    private static Course vanished() {
        return Course.stageOneDone()
                .and(ContactAttempted.class, "2025-02-12", attempt(ContactChannel.PHONE))
                .and(ContactAttempted.class, "2025-02-20", attempt(ContactChannel.PHONE))
                .and(ContactAttempted.class, "2025-03-07", attempt(ContactChannel.LETTER));
    }

    private static Map<String, Object> attempt(ContactChannel channel) {
        return Map.of("channel", channel, "outcome", ContactOutcome.NO_ANSWER);
    }

    private static Map<String, Object> override(String rule, String reason) {
        return Map.of("invariantId", rule, "command", "ConfirmNeurotization", "reason", reason);
    }
}
