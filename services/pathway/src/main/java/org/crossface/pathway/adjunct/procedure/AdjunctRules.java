package org.crossface.pathway.adjunct.procedure;

import java.util.Set;
import org.crossface.pathway.adjunct.AdjunctKind;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of the procedures beside the plan. */
final class AdjunctRules {

    /** At any time from the referral on, after the end of the pathway too; not of somebody who is no patient here, nor after death. */
    static final Set<Phase> PHASES = Phases.without(
            Phases.ANY, Phase.REFERRAL_DECLINED, Phase.REFERRAL_EXPIRED, Phase.DECEASED, Phase.TRANSFERRED_OUT);

    private AdjunctRules() {}

    static final Check<RecordAdjunct> PLAN_IS_KNOWN = Check.hard(
            "REF-ADJUNCT",
            "What is carried out as planned is planned, with the same kind and side.",
            (state, command, given) -> {
                String plannedId = command.plannedId();
                if (plannedId == null || plannedId.isBlank()) {
                    return Verdict.ALLOWED;
                }
                return Verdict.refusedIf(
                        state.adjuncts().open().stream()
                                .noneMatch(each -> each.adjunctId().equals(plannedId)
                                        && each.kind() == command.kind()
                                        && each.side() == command.side()),
                        "plannedId",
                        "No such procedure of this kind and side is planned",
                        "Choose the plan that was carried out, or leave it empty");
            });

    static final Check<RecordAdjunct> IMPLANT_IS_IDENTIFIED = Check.hard(
            "SEQ-IMPLANT",
            "An implant is recorded with product, lot and what it means for a magnetic resonance examination.",
            (state, command, given) -> {
                if (!command.kind().isImplant() && command.magneticResonance() == null) {
                    return Verdict.ALLOWED;
                }
                String missing = blank(command.product())
                        ? "product"
                        : blank(command.lot()) ? "lot" : command.magneticResonance() == null ? "magneticResonance" : "";
                return Verdict.refusedIf(
                        !missing.isEmpty(),
                        missing,
                        "The implant is not identified",
                        "Give product, lot and magnetic resonance condition from the label");
            });

    static final Check<RecordAdjunct> DRUG_IS_IDENTIFIED =
            Check.hard("SEQ-IMPLANT", "A toxin is recorded with product, lot and amount.", (state, command, given) -> {
                String missing = blank(command.product())
                        ? "product"
                        : blank(command.lot()) ? "lot" : blank(command.amount()) ? "amount" : "";
                return Verdict.refusedIf(
                        command.kind() == AdjunctKind.BOTULINUM_TOXIN && !missing.isEmpty(),
                        missing,
                        "The toxin is not identified",
                        "Give product, lot and units");
            });

    static final Check<RecordAdjunct> SURGEON_IS_SIGNED_IN = Check.hard(
            "REF-SIGNATURE",
            "A surgeon marks, signs and orders only in his or her own name.",
            (state, command, given) -> CaseRules.signsAs(command.surgeonId(), "surgeonId", given));

    static final Condition THERE_IS_AN_IMPLANT = Condition.hard(
                    "REF-ADJUNCT",
                    "Only an implant that is in the patient is taken out.",
                    on -> Verdict.refusedIf(
                            on.state().adjuncts().implanted().isEmpty(),
                            "",
                            "No implant is on record",
                            "Record the procedure first"))
            .fulfilledBy(RecordAdjunct.class);

    static final Check<RemoveAdjunct> IMPLANT_IS_KNOWN = Check.hard(
            "REF-ADJUNCT",
            "Only an implant that is in the patient is taken out.",
            (state, command, given) -> Verdict.refusedIf(
                    state.adjuncts().implanted().stream()
                            .noneMatch(each -> each.adjunctId().equals(command.adjunctId())),
                    "adjunctId",
                    "There is no such implant in the patient",
                    "Choose one that is on record"));

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
