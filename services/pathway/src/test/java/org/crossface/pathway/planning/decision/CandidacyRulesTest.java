package org.crossface.pathway.planning.decision;

import static org.crossface.pathway.Histories.join;
import static org.crossface.pathway.Histories.time;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Refused;
import org.crossface.pathway.evaluation.HealthySideFunctionConfirmed;
import org.crossface.pathway.evaluation.NerveTestMethod;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.oversight.RuleOverridden;
import org.crossface.pathway.planning.CandidacyApproved;
import org.crossface.pathway.planning.CandidacyDeferred;
import org.crossface.pathway.planning.GuidelineException;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.surgery.vocabulary.DonorBranch;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidacyRulesTest {

    private static final OffsetDateTime DECIDED = time("2026-03-16T10:00");
    private static final String RATIONALE = "Fit, and well aware of the slower growth";

    @Test
    @Tag("INV-10")
    void aDecisionBeforeTheEvaluationIsCompleteIsRefused() {
        decide(DECIDED, join(Histories.referred(), Histories.visitFacts()), approval())
                .expectException(Refused.by("INV-10"));
    }

    @Test
    @Tag("INV-10")
    void aDecisionAfterTheEvaluationPasses() {
        OffsetDateTime at = time("2024-11-26T10:00");
        decide(at, Histories.evaluated(), approval())
                .expectEvents(new CandidacyApproved(
                        Histories.PATHWAY,
                        "id-1",
                        at,
                        TreatmentOption.CFNG_GRACILIS_2STAGE,
                        34,
                        List.of(),
                        null,
                        null));
    }

    @Test
    @Tag("INV-05")
    void aGraftForAParalysisOfBothSidesIsRefused() {
        decide(DECIDED, with("2020-09", ParalysedSide.BILATERAL, false, false), approval())
                .expectException(Refused.by("INV-05", "option"));
    }

    @Test
    @Tag("INV-05")
    void aMassetericMuscleForAParalysisOfBothSidesPasses() {
        decide(
                        DECIDED,
                        with("2020-09", ParalysedSide.BILATERAL, false, false),
                        new Decision(TreatmentOption.GRACILIS_MASSETERIC_1STAGE, List.of(), null))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-11")
    void aGraftWithoutATestOfTheHealthySideIsRefused() {
        decide(DECIDED, Histories.without(Histories.evaluated(), HealthySideFunctionConfirmed.class), approval())
                .expectException(Refused.by("INV-11"));
    }

    @Test
    @Tag("INV-11")
    void aGraftWithAHealthySideThatDoesNotSmileIsRefused() {
        List<PathwayEvent> history = join(
                Histories.evaluated(),
                List.of(new HealthySideFunctionConfirmed(
                        Histories.PATHWAY,
                        "fact-h",
                        time("2024-11-20T10:00"),
                        FaceSide.RIGHT,
                        DonorBranch.BUCCAL,
                        false,
                        NerveTestMethod.STIMULATION)));
        decide(DECIDED, history, approval()).expectException(Refused.by("INV-11"));
    }

    @ParameterizedTest
    @Tag("INV-12")
    @CsvSource({"2026-03-16, 1971-03-16", "2027-03-01, 1972-02-29"})
    void fiftyFiveOnTheDayOfTheDecisionIsRefused(LocalDate decided, LocalDate born) {
        decide(time(decided + "T10:00"), bornOn(born), approval())
                .expectException(Refused.by("INV-12", "guidelineExceptions"));
    }

    @ParameterizedTest
    @Tag("INV-12")
    @CsvSource({"2026-03-16, 1971-03-17", "2027-02-28, 1972-02-29"})
    void fiftyFourOnTheDayOfTheDecisionPasses(LocalDate decided, LocalDate born) {
        decide(time(decided + "T10:00"), bornOn(born), approval()).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-12")
    void fiftyFiveWithADocumentedExceptionPasses() {
        decide(
                        DECIDED,
                        bornOn(LocalDate.of(1971, 3, 16)),
                        new Decision(TreatmentOption.CFNG_GRACILIS_2STAGE, List.of(GuidelineException.AGE), RATIONALE))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-12")
    void fiftyFiveWithAnotherExceptionIsRefused() {
        decide(
                        DECIDED,
                        bornOn(LocalDate.of(1971, 3, 16)),
                        new Decision(
                                TreatmentOption.CFNG_GRACILIS_2STAGE, List.of(GuidelineException.DURATION), RATIONALE))
                .expectException(Refused.by("INV-12"));
    }

    @ParameterizedTest
    @Tag("INV-12")
    @CsvSource({"1971, false", "1971-03, false", "1970, false", "1971-04, true", "1972, true"})
    void whoMayBeFiftyFiveCountsAsFiftyFive(String born, boolean young) {
        var decided =
                decide(DECIDED, bornIn(born), new Decision(TreatmentOption.CFNG_GRACILIS_2STAGE, List.of(), null));
        if (young) {
            decided.expectSuccessfulHandlerExecution();
        } else {
            decided.expectException(Refused.by("INV-12"));
        }
    }

    @Test
    @Tag("INV-12")
    void fiftyFiveWithoutTheGraftPasses() {
        decide(
                        DECIDED,
                        bornOn(LocalDate.of(1971, 3, 16)),
                        new Decision(TreatmentOption.GRACILIS_MASSETERIC_1STAGE, List.of(), null))
                .expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @Tag("INV-13")
    @CsvSource({
        // onset, EMG evidence, irreversible loss
        "2024-03-17, false, false", // a day short of 24 months
        "2024-03, false, false", // month precision counts from its last day
        "2025-03-17, true, false", // a day short of 12 months, EMG is not enough
    })
    void aParalysisTooYoungForItsEvidenceIsRefused(String onset, boolean emg, boolean irreversible) {
        decide(DECIDED, with(onset, ParalysedSide.LEFT, emg, irreversible), approval())
                .expectException(Refused.by("INV-13", "guidelineExceptions"));
    }

    @ParameterizedTest
    @Tag("INV-13")
    @CsvSource({
        "2024-03-16, false, false", // 24 months
        "2024-02, false, false",
        "2024-03-17, true, false", // below 24 months with EMG
        "2025-03-16, true, false", // 12 months with EMG
        "2025-03-17, false, true", // below 12 months, irreversible
    })
    void aParalysisOldEnoughForItsEvidencePasses(String onset, boolean emg, boolean irreversible) {
        decide(DECIDED, with(onset, ParalysedSide.LEFT, emg, irreversible), approval())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-13")
    void aYoungParalysisWithADocumentedExceptionPasses() {
        decide(
                        DECIDED,
                        with("2025-06", ParalysedSide.LEFT, false, false),
                        new Decision(
                                TreatmentOption.CFNG_GRACILIS_2STAGE, List.of(GuidelineException.DURATION), RATIONALE))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-13")
    void aClinicalRuleYieldsToItsOverride() {
        List<PathwayEvent> history = join(
                with("2025-06", ParalysedSide.LEFT, false, false),
                List.of(new RuleOverridden(
                        Histories.PATHWAY, "fact-o", DECIDED, "INV-13", "DecideCandidacy", RATIONALE, "user-SU")));
        decide(DECIDED, history, approval()).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-DECISION")
    void anExceptionWithAShortRationaleIsRefused() {
        decide(
                        DECIDED,
                        bornOn(LocalDate.of(1971, 3, 16)),
                        new Decision(
                                TreatmentOption.CFNG_GRACILIS_2STAGE,
                                List.of(GuidelineException.AGE),
                                "nineteen characters"))
                .expectException(Refused.by("SEQ-DECISION", "exceptionRationale"));
    }

    @Test
    @Tag("SEQ-PHASE")
    void aCandidacyIsDecidedOnceUnlessItWasDeferred() {
        decide(DECIDED, Histories.approved(), approval()).expectException(Refused.by("SEQ-PHASE"));
        CandidacyDeferred deferral = new CandidacyDeferred(
                Histories.PATHWAY, "fact-d", time("2024-11-26T10:00"), LocalDate.of(2026, 3, 1), null);
        decide(DECIDED, join(Histories.evaluated(), List.of(deferral)), approval())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-DECISION")
    void anApprovalNamesTheTreatment() {
        decide(DECIDED, Histories.evaluated(), new Decision(null, List.of(), null))
                .expectException(Refused.by("SEQ-DECISION", "option"));
        decide(DECIDED, Histories.evaluated(), approval()).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-DECISION")
    void aDeferralNamesALaterDay() {
        defer("2024-11-26").expectException(Refused.by("SEQ-DECISION", "reviewOn"));
        defer("2024-11-27").expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> defer(String reviewOn) {
        return Course.of(Histories.evaluated())
                .when(
                        DecideCandidacy.class,
                        "2024-11-26",
                        Map.of(
                                "decision",
                                CandidacyDecision.DEFER,
                                "reviewOn",
                                LocalDate.parse(reviewOn),
                                "guidelineExceptions",
                                List.of()));
    }

    private static List<PathwayEvent> bornOn(LocalDate birthDate) {
        return bornIn(birthDate.toString());
    }

    private static List<PathwayEvent> bornIn(String birthDate) {
        return join(Histories.referred(birthDate, false), Histories.visitFacts(), Histories.evaluationCompletedFacts());
    }

    private static List<PathwayEvent> with(String onset, ParalysedSide side, boolean emg, boolean irreversible) {
        return join(Histories.evaluated(), List.of(Histories.paralysis(side, onset, emg, irreversible)));
    }

    private static Decision approval() {
        return new Decision(TreatmentOption.CFNG_GRACILIS_2STAGE, List.of(), null);
    }

    private record Decision(
            @Nullable TreatmentOption option,
            List<GuidelineException> exceptions,
            @Nullable String rationale) {}

    private static ResultValidator<CarePathway> decide(
            OffsetDateTime at, List<PathwayEvent> history, Decision decision) {
        return PathwayFixture.at(at.toInstant())
                .given(history)
                .when(
                        new DecideCandidacy(
                                Histories.PATHWAY,
                                at,
                                CandidacyDecision.APPROVE,
                                decision.option(),
                                null,
                                null,
                                decision.exceptions(),
                                decision.rationale()),
                        PathwayFixture.as(Role.SURGEON));
    }
}
