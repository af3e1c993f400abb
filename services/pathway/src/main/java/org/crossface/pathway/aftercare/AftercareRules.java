package org.crossface.pathway.aftercare;

import java.time.LocalDate;
import java.util.Optional;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Stage;
import org.crossface.pathway.Verdict;
import org.crossface.pathway.aftercare.AfterCare.Complication;
import org.jspecify.annotations.Nullable;

/** Rules of after-care, complications and surveillance. */
final class AftercareRules {

    private AftercareRules() {}

    @Invariant(value = "SEQ-AFTERCARE", kind = RuleClass.HARD, says = "The call of the day after follows an operation.")
    static Verdict callFollowsOperation(PathwayState state, CompleteDayOneCall command, Circumstances given) {
        return stageWasDone(state, command.stage());
    }

    @Invariant(
            value = "SEQ-INFECTION",
            kind = RuleClass.HARD,
            says = "A surgical site infection follows an operation, and has begun by the time it is found.")
    static Verdict infectionFollowsOperation(PathwayState state, DiagnoseInfection command, Circumstances given) {
        if (stageWasDone(state, command.stage()) instanceof Verdict.Refused refused) {
            return refused;
        }
        LocalDate operated = dayOf(state, command.stage()).orElseThrow();
        return Verdict.refusedIf(
                command.onsetOn().isBefore(operated) || command.onsetOn().isAfter(state.dayOf(command.occurredAt())),
                "onsetOn",
                "The operation was on " + operated,
                "Give a day from the operation until now");
    }

    @Invariant(
            value = "INV-53",
            kind = RuleClass.POLICY,
            says = "A superficial infection counts when it begins within 30 days, the day of surgery being the first.")
    static Verdict superficialInfectionBeginsInTime(
            PathwayState state, DiagnoseInfection command, Circumstances given) {
        Optional<LocalDate> last = dayOf(state, command.stage()).map(SurveillanceKind.SSI30::lastDay);
        return Verdict.refusedIf(
                command.infectionClass() == InfectionClass.SUPERFICIAL
                        && last.filter(day -> command.onsetOn().isAfter(day)).isPresent(),
                "onsetOn",
                "The window ended on " + last.orElse(null),
                "Record a complication, or classify it as deep if it is");
    }

    @Invariant(
            value = "INV-54",
            kind = RuleClass.HARD,
            says = "Grade V is death; grade IIIb was operated on under general anesthesia.")
    static Verdict gradeIsWhatHappened(PathwayState state, RecordComplication command, Circumstances given) {
        return gradeFits(state, command.grade(), command.operatingCaseId());
    }

    @Invariant(
            value = "INV-54",
            kind = RuleClass.HARD,
            says = "Grade V is death; grade IIIb was operated on under general anesthesia.")
    static Verdict newGradeIsWhatHappened(PathwayState state, RegradeComplication command, Circumstances given) {
        return gradeFits(state, command.grade(), command.operatingCaseId());
    }

    @Invariant(
            value = "REF-COMPLICATION",
            kind = RuleClass.HARD,
            says = "Only a recorded complication can be graded anew.")
    static Verdict complicationIsKnown(PathwayState state, RegradeComplication command, Circumstances given) {
        return Verdict.refusedIf(
                !state.afterCare().complications().containsKey(command.complicationId()),
                "complicationId",
                "There is no such complication",
                "Choose one of this pathway's complications");
    }

    @Invariant(
            value = "SEQ-COMPLICATION",
            kind = RuleClass.HARD,
            says = "A complication is resolved once, when it was open.")
    static Verdict complicationIsOpen(PathwayState state, ResolveComplication command, Circumstances given) {
        Complication known = state.afterCare().complications().get(command.complicationId());
        return Verdict.refusedIf(
                known == null || !known.open(),
                "complicationId",
                "There is no such open complication",
                "Choose one of the open complications");
    }

    @Invariant(value = "SEQ-RED-FLAG", kind = RuleClass.HARD, says = "A red flag is closed once, when it was open.")
    static Verdict redFlagIsOpen(PathwayState state, ResolveRedFlag command, Circumstances given) {
        return flagIsOpen(state, command.flagId());
    }

    @Invariant(value = "REF-RED-FLAG", kind = RuleClass.HARD, says = "Only an open red flag can be taken over.")
    static Verdict redFlagIsThere(PathwayState state, AcknowledgeRedFlag command, Circumstances given) {
        return flagIsOpen(state, command.flagId());
    }

    @Invariant(
            value = "SEQ-SURVEILLANCE",
            kind = RuleClass.HARD,
            says = "A surveillance is closed once, after its last day.")
    static Verdict surveillanceIsOver(PathwayState state, CloseSurveillance command, Circumstances given) {
        if (stageWasDone(state, command.stage()) instanceof Verdict.Refused refused) {
            return refused;
        }
        if (state.afterCare().isClosed(command.stage(), command.kind())) {
            return Verdict.refused("kind", "It is closed already", "Nothing is to be done");
        }
        LocalDate last = command.kind().lastDay(dayOf(state, command.stage()).orElseThrow());
        return Verdict.refusedIf(
                !state.dayOf(command.occurredAt()).isAfter(last),
                "kind",
                "Its last day is " + last,
                "Close it from " + last.plusDays(1));
    }

    static Optional<LocalDate> dayOf(PathwayState state, Stage stage) {
        return stage == Stage.ONE
                ? state.operations().stageOneDate()
                : state.operations().stageTwoDate();
    }

    private static Verdict stageWasDone(PathwayState state, Stage stage) {
        return Verdict.refusedIf(
                dayOf(state, stage).isEmpty(),
                "stage",
                "Stage " + stage + " is not completed",
                "Choose the operation that was done");
    }

    private static Verdict flagIsOpen(PathwayState state, String flagId) {
        return Verdict.refusedIf(
                !state.afterCare().openRedFlags().containsKey(flagId),
                "flagId",
                "There is no such open red flag",
                "Choose one of the open red flags");
    }

    @Invariant(value = "REF-CASE", kind = RuleClass.HARD, says = "The case is one of this pathway.")
    static Verdict operatingCaseIsKnown(PathwayState state, RecordComplication command, Circumstances given) {
        return isOfThisPathway(state, command.operatingCaseId());
    }

    @Invariant(value = "REF-CASE", kind = RuleClass.HARD, says = "The case is one of this pathway.")
    static Verdict newOperatingCaseIsKnown(PathwayState state, RegradeComplication command, Circumstances given) {
        return isOfThisPathway(state, command.operatingCaseId());
    }

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
                        "The patient is not recorded as dead",
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
