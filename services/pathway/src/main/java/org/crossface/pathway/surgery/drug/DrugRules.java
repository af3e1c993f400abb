package org.crossface.pathway.surgery.drug;

import java.util.Set;
import java.util.stream.Stream;
import org.crossface.pathway.health.ThrombosisRiskAssessed;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.checklist.SafetyRules;
import org.crossface.pathway.surgery.vocabulary.DrugPurpose;
import org.crossface.pathway.usecase.Check;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the drugs that are given on the day of surgery. */
final class DrugRules {

    private DrugRules() {}

    static final Check<GiveDrug> DRUG_IS_NAMED = Check.hard(
            "SEQ-DRUG", "An antibiotic is chosen from the list; any other drug is named.", (state, command, given) -> {
                boolean antibiotic = command.purpose() == DrugPurpose.ANTIBIOTIC;
                boolean missing = antibiotic
                        ? command.antibiotic() == null
                        : command.drug() == null || command.drug().isBlank();
                return Verdict.refusedIf(
                        missing, antibiotic ? "antibiotic" : "drug", "The drug is not named", "Name the drug");
            });

    static final Check<GiveDrug> END_IS_NAMED = Check.hard(
            "SEQ-DRUG",
            "A drug that keeps joined vessels open is given until a day that is named.",
            (state, command, given) -> Verdict.refusedIf(
                    command.purpose() == DrugPurpose.ANASTOMOSIS
                            && (command.until() == null || command.until().isBefore(state.dayOf(command.occurredAt()))),
                    "until",
                    "No day from today on is named",
                    "Name the last day"));

    static final Check<GiveDrug> NOTHING_SPEAKS_AGAINST_IT = Check.clinical(
            "SEQ-ALLERGY",
            "A drug is given against a known allergy only by decision of the surgeon or the anesthesiologist.",
            Set.of(Role.SURGEON, Role.ANESTHESIOLOGIST),
            (state, command, given) -> command.antibiotic() != null
                    ? SafetyRules.allergyTo(command.antibiotic().names(), state, "antibiotic")
                    : SafetyRules.allergyTo(Stream.ofNullable(command.drug()).toList(), state, "drug"));

    static final Check<GiveDrug> THROMBOSIS_PROPHYLAXIS_IS_NOT_CONTRAINDICATED = Check.clinical(
            "SEQ-THROMBOSIS",
            "A drug against thrombosis is given against a contraindication only by decision of the surgeon or the anesthesiologist.",
            Set.of(Role.SURGEON, Role.ANESTHESIOLOGIST),
            (state, command, given) -> {
                ThrombosisRiskAssessed risk = state.health()
                        .risksOf(CaseRules.caseOf(state, command).stage())
                        .thrombosis();
                return Verdict.refusedIf(
                        command.purpose() == DrugPurpose.THROMBOSIS_PROPHYLAXIS
                                && risk != null
                                && risk.drug() == null
                                && risk.contraindication() != null,
                        "drug",
                        "A contraindication is on record",
                        "Assess the risk again, or override with a reason");
            });
}
