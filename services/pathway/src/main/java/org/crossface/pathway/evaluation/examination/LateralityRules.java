package org.crossface.pathway.evaluation.examination;

import org.crossface.pathway.evaluation.Evaluation;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.events.ExternalStageOneAttested;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the correction of the paralysed side (INV-06). */
public final class LateralityRules {

    private LateralityRules() {}

    static final Condition NO_INCISION_WAS_MADE = Condition.hard(
            "INV-06",
            "The paralysed side is corrected before the first incision, by two clinicians.",
            on -> beforeIncision(on.state()));

    static final Condition SIDE_IS_RECORDED = Condition.hard(
                    "REF-SIDE",
                    "A side is corrected that was recorded.",
                    on -> Verdict.refusedIf(
                            on.state().evaluation().finding().isEmpty(),
                            "",
                            "The paralysis is not characterised",
                            "Characterise the paralysis"))
            .fulfilledBy(CharacteriseParalysis.class);

    static final Check<CorrectLaterality> SIDE_IS_ANOTHER = Check.hard(
            "REF-SIDE",
            "A side is corrected to another one than is on record.",
            (state, command, given) -> Verdict.refusedIf(
                    state.evaluation()
                            .finding()
                            .map(Evaluation.Paralysis::side)
                            .filter(side -> side == command.paralysedSide())
                            .isPresent(),
                    "paralysedSide",
                    "The paralysed side is " + command.paralysedSide() + " already",
                    "No action is needed"));

    static final Check<CharacteriseParalysis> SIDE_OF_GRAFT_STAYS = Check.hard(
            "INV-06",
            "A graft that was placed before the evaluation was complete keeps its side.",
            (state, command, given) -> state.evaluation()
                    .finding()
                    .map(Evaluation.Paralysis::side)
                    .filter(side -> side != command.paralysedSide() && beforeIncision(state) instanceof Verdict.Refused)
                    .map(side -> Verdict.refused(
                            "paralysedSide",
                            "A graft was attested for a paralysis of the side " + side,
                            "Retract the attestation first if it is wrong"))
                    .orElse(Verdict.ALLOWED));

    /** Refused once the patient was operated on for the side, here or elsewhere. */
    public static Verdict beforeIncision(PathwayState state) {
        boolean incised = state.operations().byCase().values().stream()
                .anyMatch(each -> each.incisionAt().isPresent() || each.has(ExternalStageOneAttested.class));
        return Verdict.refusedIf(
                incised,
                "",
                "The patient was operated on for this side",
                "Report a never event if the wrong side was operated on, or open a pathway for the other side");
    }
}
