package org.crossface.pathway.health.history;

import org.crossface.pathway.health.NauseaRiskAssessed;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of the risks that the patient's health brings to an operation. */
public final class RiskRules {

    private RiskRules() {}

    static final Check<RecordGlp1Use> AGENT_IS_NAMED = Check.hard(
            "SEQ-GLP1",
            "A GLP-1 agonist that is taken is named.",
            (state, command, given) -> Verdict.refusedIf(
                    command.taken() && blank(command.agent()), "agent", "The drug is not named", "Name the drug"));

    static final Condition PATIENT_TAKES_GLP1 = Condition.hard(
                    "SEQ-GLP1",
                    "It is decided about a GLP-1 agonist that is taken.",
                    on -> Verdict.refusedIf(
                            !on.state().health().risksOf(on.theStage()).onGlp1(),
                            "stage",
                            "No GLP-1 agonist is recorded for stage " + on.theStage(),
                            "Record its use first"))
            .fulfilledBy(RecordGlp1Use.class);

    /** Asked at the clearance; nothing is asked while nobody recorded that one is taken. */
    public static final Condition GLP1_IS_DECIDED = Condition.hard(
                    "SEQ-GLP1",
                    "A patient on a GLP-1 agonist is cleared when the anesthesiologist has decided on the residual risk.",
                    on -> Verdict.refusedIf(
                            on.state().health().risksOf(on.theStage()).glp1IsOpen(),
                            "stage",
                            "The patient takes a GLP-1 agonist, and the decision is open or to postpone",
                            "Decide on the residual risk"))
            .fulfilledBy(DecideGlp1Risk.class);

    static final Check<AssessThrombosisRisk> PROPHYLAXIS_FITS_RISK = Check.policy(
            "SEQ-THROMBOSIS",
            "From a Caprini score of {capriniDrugPoints} a drug against thrombosis is planned, or the reason against it is named.",
            (state, command, given) -> {
                int from = given.policy().of(Threshold.CAPRINI_DRUG_POINTS);
                return Verdict.refusedIf(
                        command.capriniScore() >= from && blank(command.drug()) && blank(command.contraindication()),
                        "drug",
                        "The score is " + command.capriniScore() + ", and neither drug nor contraindication is named",
                        "Plan a drug, or name the contraindication");
            });

    static final Check<AssessThrombosisRisk> MICROSURGERY_HAS_MECHANICAL_PROPHYLAXIS = Check.hard(
            "SEQ-THROMBOSIS",
            "A muscle transfer has mechanical prophylaxis, or the reason against it is named.",
            (state, command, given) -> Verdict.refusedIf(
                    command.stage() == Stage.TWO && !command.mechanical() && blank(command.contraindication()),
                    "mechanical",
                    "No mechanical prophylaxis is planned, and no contraindication is named",
                    "Plan stockings or compression, or name the contraindication"));

    static final Check<AssessNauseaRisk> NAUSEA_IS_PREVENTED = Check.policy(
            "SEQ-NAUSEA",
            "From an Apfel score of {apfelProphylaxisPoints} something is planned against nausea.",
            (state, command, given) -> {
                int score = apfel(command);
                return Verdict.refusedIf(
                        score >= given.policy().of(Threshold.APFEL_PROPHYLAXIS_POINTS) && blank(command.prophylaxis()),
                        "prophylaxis",
                        "The score is " + score + ", and nothing is planned",
                        "Name what is planned, or that nothing is given and why");
            });

    private static int apfel(AssessNauseaRisk command) {
        return new NauseaRiskAssessed(
                        command.pathwayId(),
                        "",
                        command.occurredAt(),
                        command.stage(),
                        command.female(),
                        command.nonSmoker(),
                        command.sickBefore(),
                        command.opioidsAfterwards(),
                        command.prophylaxis())
                .apfel();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
