package org.crossface.pathway.aftercare.complication;

import org.crossface.pathway.aftercare.AfterCare.Complication;
import org.crossface.pathway.aftercare.vocabulary.ClavienDindo;
import org.crossface.pathway.recovery.events.ReturnedToTheatre;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of complications and their grades. */
final class ComplicationRules {

    private ComplicationRules() {}

    static final Check<RecordComplication> GRADE_IS_WHAT_HAPPENED = Check.hard(
            "INV-54",
            "Grade V is death; grade IIIb was operated on under general anesthesia.",
            (state, command, given) -> gradeFits(state, command.grade(), command.operatingCaseId()));

    static final Check<RegradeComplication> NEW_GRADE_IS_WHAT_HAPPENED = Check.hard(
            "INV-54",
            "Grade V is death; grade IIIb was operated on under general anesthesia.",
            (state, command, given) -> gradeFits(state, command.grade(), command.operatingCaseId()));

    static final Condition A_COMPLICATION_IS_RECORDED = Condition.hard(
                    "REF-COMPLICATION",
                    "Only a recorded complication can be graded anew.",
                    on -> Verdict.refusedIf(
                            on.state().afterCare().complications().isEmpty(),
                            "",
                            "No complication is recorded",
                            "Record the complication first"))
            .fulfilledBy(RecordComplication.class);

    static final Check<RegradeComplication> COMPLICATION_IS_KNOWN = Check.hard(
            "REF-COMPLICATION",
            "Only a recorded complication can be graded anew.",
            (state, command, given) -> Verdict.refusedIf(
                    !state.afterCare().complications().containsKey(command.complicationId()),
                    "complicationId",
                    "There is no such complication",
                    "Choose one of this pathway's complications"));

    static final Condition A_COMPLICATION_IS_OPEN = Condition.hard(
            "SEQ-COMPLICATION",
            "A complication is resolved once, when it was open.",
            on -> Verdict.refusedIf(
                    !on.state().afterCare().hasOpenComplication(),
                    "",
                    "No complication is open",
                    "No action is needed"));

    static final Check<ResolveComplication> COMPLICATION_IS_OPEN = Check.hard(
            "SEQ-COMPLICATION", "A complication is resolved once, when it was open.", (state, command, given) -> {
                Complication known = state.afterCare().complications().get(command.complicationId());
                return Verdict.refusedIf(
                        known == null || !known.open(),
                        "complicationId",
                        "There is no such open complication",
                        "Choose one of the open complications");
            });

    static final Check<RecordComplication> OPERATING_CASE_IS_KNOWN = Check.hard(
            "REF-CASE",
            "The case is one of this pathway.",
            (state, command, given) -> isOfThisPathway(state, command.operatingCaseId()));

    static final Check<RegradeComplication> NEW_OPERATING_CASE_IS_KNOWN = Check.hard(
            "REF-CASE",
            "The case is one of this pathway.",
            (state, command, given) -> isOfThisPathway(state, command.operatingCaseId()));

    private static Verdict isOfThisPathway(PathwayState state, @Nullable String caseId) {
        return Verdict.refusedIf(
                caseId != null
                        && state.schedule().caseById(caseId).isEmpty()
                        && !state.operations().byCase().containsKey(caseId)
                        && !state.recoveries().byCase().containsKey(caseId),
                "operatingCaseId",
                "This pathway has no case " + caseId,
                "Choose a case of this pathway, or none");
    }

    /** Every technique of a case is one of general anesthesia; a return to theatre says so itself. */
    private static boolean underGeneralAnesthesia(PathwayState state, String caseId) {
        return state.operations().of(caseId).has(AnesthesiaInduced.class)
                || state.recoveries()
                        .of(caseId)
                        .last(ReturnedToTheatre.class)
                        .filter(ReturnedToTheatre::generalAnesthesia)
                        .isPresent();
    }

    private static Verdict gradeFits(PathwayState state, ClavienDindo grade, @Nullable String caseId) {
        return switch (grade) {
            case V ->
                Verdict.refusedIf(
                        !state.oversight().died(),
                        "grade",
                        "The patient's death is not recorded",
                        "Record the death first, or choose another grade");
            case IIIB ->
                Verdict.refusedIf(
                        caseId == null || !underGeneralAnesthesia(state, caseId),
                        "operatingCaseId",
                        "No operation under general anesthesia is named",
                        "Name the case, or choose IIIa");
            case I, II, IIIA, IVA, IVB, PENDING -> Verdict.ALLOWED;
        };
    }
}
