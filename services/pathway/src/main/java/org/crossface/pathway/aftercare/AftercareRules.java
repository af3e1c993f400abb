package org.crossface.pathway.aftercare;

import java.time.LocalDate;
import java.util.Optional;
import org.crossface.pathway.Check;
import org.crossface.pathway.Condition;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.Situation;
import org.crossface.pathway.Stage;
import org.crossface.pathway.aftercare.AfterCare.Complication;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of after-care, complications and surveillance. */
final class AftercareRules {

    private AftercareRules() {}

    static final Condition CALL_FOLLOWS_OPERATION = Condition.hard(
            "SEQ-AFTERCARE", "The call of the day after follows an operation.", AftercareRules::stageWasDone);

    static final Condition INFECTION_FOLLOWS_OPERATION = Condition.hard(
            "SEQ-INFECTION", "A surgical site infection follows an operation.", AftercareRules::stageWasDone);

    static final Check<DiagnoseInfection> INFECTION_HAS_BEGUN = Check.hard(
            "SEQ-INFECTION",
            "A surgical site infection has begun after the operation, by the time it is found.",
            (state, command, given) -> dayOf(state, command.stage())
                    .filter(operated -> command.onsetOn().isBefore(operated)
                            || command.onsetOn().isAfter(state.dayOf(command.occurredAt())))
                    .map(operated -> Verdict.refused(
                            "onsetOn",
                            "The operation was on " + operated,
                            "Enter a day from the operation until today"))
                    .orElse(Verdict.ALLOWED));

    static final Check<DiagnoseInfection> SUPERFICIAL_INFECTION_BEGINS_IN_TIME = Check.policy(
            "INV-53",
            "A superficial infection counts when it begins within {superficialInfectionDays} days, the day of surgery being the first.",
            (state, command, given) -> {
                Optional<LocalDate> last = dayOf(state, command.stage())
                        .map(operated -> SurveillanceKind.SSI30.lastDay(operated, given.policy()));
                return Verdict.refusedIf(
                        command.infectionClass() == InfectionClass.SUPERFICIAL
                                && last.filter(day -> command.onsetOn().isAfter(day))
                                        .isPresent(),
                        "onsetOn",
                        "The window ended on " + last.orElse(null),
                        "Record a complication, or classify the infection as deep if it is deep");
            });

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

    static final Condition A_RED_FLAG_IS_OPEN = Condition.hard(
            "SEQ-RED-FLAG", "A red flag is closed once, when it was open.", AftercareRules::someFlagIsOpen);

    static final Check<ResolveRedFlag> RED_FLAG_IS_OPEN = Check.hard(
            "SEQ-RED-FLAG",
            "A red flag is closed once, when it was open.",
            (state, command, given) -> flagIsOpen(state, command.flagId()));

    static final Condition A_RED_FLAG_IS_THERE =
            Condition.hard("REF-RED-FLAG", "Only an open red flag can be taken over.", AftercareRules::someFlagIsOpen);

    static final Check<AcknowledgeRedFlag> RED_FLAG_IS_THERE = Check.hard(
            "REF-RED-FLAG",
            "Only an open red flag can be taken over.",
            (state, command, given) -> flagIsOpen(state, command.flagId()));

    static final Condition SURVEILLANCE_FOLLOWS_OPERATION =
            Condition.hard("SEQ-SURVEILLANCE", "A surveillance follows an operation.", AftercareRules::stageWasDone);

    static final Check<CloseSurveillance> SURVEILLANCE_IS_OVER = Check.hard(
            "SEQ-SURVEILLANCE", "A surveillance is closed once, after its last day.", (state, command, given) -> {
                if (state.afterCare().isClosed(command.stage(), command.kind())) {
                    return Verdict.refused("kind", "The surveillance is already closed", "No action is needed");
                }
                return dayOf(state, command.stage())
                        .map(operated -> command.kind().lastDay(operated, given.policy()))
                        .filter(last -> !state.dayOf(command.occurredAt()).isAfter(last))
                        .map(last ->
                                Verdict.refused("kind", "Its last day is " + last, "Close it from " + last.plusDays(1)))
                        .orElse(Verdict.ALLOWED);
            });

    static Optional<LocalDate> dayOf(PathwayState state, Stage stage) {
        return stage == Stage.ONE
                ? state.operations().stageOneDate()
                : state.operations().stageTwoDate();
    }

    private static Verdict stageWasDone(Situation on) {
        return Verdict.refusedIf(
                dayOf(on.state(), on.theStage()).isEmpty(),
                "stage",
                "Stage " + on.theStage() + " is not completed",
                "Choose the completed operation");
    }

    private static Verdict someFlagIsOpen(Situation on) {
        return Verdict.refusedIf(
                on.state().afterCare().openRedFlags().isEmpty(), "", "No red flag is open", "No action is needed");
    }

    private static Verdict flagIsOpen(PathwayState state, String flagId) {
        return Verdict.refusedIf(
                !state.afterCare().openRedFlags().containsKey(flagId),
                "flagId",
                "There is no such open red flag",
                "Choose one of the open red flags");
    }

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
                        && !state.operations().byCase().containsKey(caseId),
                "operatingCaseId",
                "This pathway has no case " + caseId,
                "Choose a case of this pathway, or none");
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
                        caseId == null || !state.operations().byCase().containsKey(caseId),
                        "operatingCaseId",
                        "No operation under general anesthesia is named",
                        "Name the case, or choose IIIa");
            case I, II, IIIA, IVA, IVB -> Verdict.ALLOWED;
        };
    }
}
