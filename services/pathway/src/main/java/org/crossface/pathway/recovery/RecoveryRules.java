package org.crossface.pathway.recovery;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Verdict;
import org.crossface.pathway.surgery.ChecklistStep;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.SafetySignOutCompleted;
import org.jspecify.annotations.Nullable;

/** Rules of the recovery: its order and its scores. */
final class RecoveryRules {

    private RecoveryRules() {}

    @Invariant(value = "INV-34", kind = RuleClass.HARD, says = "The patient leaves the theatre after the sign-out.")
    static Verdict signOutComesBeforeRecovery(PathwayState state, AdmitToRecovery command, Circumstances given) {
        Operation operation = state.operations().of(command.caseId());
        boolean stopped = operation.isDiscontinued() && operation.incisionAt().isEmpty();
        return Verdict.refusedIf(
                !operation.has(SafetySignOutCompleted.class) && !operation.missed(ChecklistStep.SIGN_OUT) && !stopped,
                "",
                "The sign-out is not completed",
                "Complete the sign-out; if the patient left without it, report a checklist deviation");
    }

    @Invariant(value = "SEQ-RECOVERY", kind = RuleClass.HARD, says = "The patient is in recovery.")
    static Verdict patientIsInRecovery(PathwayState state, CaseCommand command, Circumstances given) {
        return state.recoveries()
                .of(command.caseId())
                .last(RecoveryAdmitted.class)
                .map(admission -> Verdict.refusedIf(
                        command.occurredAt().isBefore(admission.occurredAt()),
                        "occurredAt",
                        "This time lies before the admission to recovery",
                        "Give the time at which it happened"))
                .orElseGet(() -> Verdict.refused(
                        "", "The patient was not admitted to recovery", "Record the admission to recovery first"));
    }

    @Invariant(
            value = "SEQ-ONCE",
            kind = RuleClass.HARD,
            says = "A step that happens once in a recovery is recorded once; a mistake is corrected.")
    static Verdict recoveryIsNew(PathwayState state, AdmitToRecovery command, Circumstances given) {
        return Verdict.refusedIf(
                state.recoveries().of(command.caseId()).has(RecoveryAdmitted.class),
                "",
                "The patient is already in recovery",
                "Correct the earlier entry if it is wrong");
    }

    @Invariant(value = "SEQ-LEFT", kind = RuleClass.HARD, says = "The patient is still in the surgery centre.")
    static Verdict patientIsStillHere(PathwayState state, CaseCommand command, Circumstances given) {
        return Verdict.refusedIf(
                state.recoveries().of(command.caseId()).hasLeft(),
                "",
                "The patient has already left",
                "Correct the earlier entry if it is wrong");
    }

    @Invariant(
            value = "INV-37",
            kind = RuleClass.HARD,
            says = "The total of the Aldrete score is the sum of its items.")
    static Verdict aldreteTotalIsTheSum(PathwayState state, ScoreAldrete command, Circumstances given) {
        return sumIs(command.total(), AldreteScore.items(command).sum());
    }

    @Invariant(
            value = "INV-37",
            kind = RuleClass.POLICY,
            says = "Phase II begins with a modified Aldrete score of 9 or more.")
    static Verdict aldreteAllowsPhaseTwo(PathwayState state, EnterPhaseTwo command, Circumstances given) {
        return AldreteScore.passes(state, command, given);
    }

    @Invariant(
            value = "INV-38",
            kind = RuleClass.HARD,
            says = "The total of the discharge score is the sum of its items.")
    static Verdict padssTotalIsTheSum(PathwayState state, ScorePadss command, Circumstances given) {
        return sumIs(command.total(), items(command).sum());
    }

    private static Verdict sumIs(@Nullable Integer given, int computed) {
        return Verdict.refusedIf(
                given != null && given != computed,
                "total",
                "Total given as " + given + ", the items add up to " + computed,
                "Leave the total empty, or correct the items");
    }

    @Invariant(value = "INV-38", kind = RuleClass.HARD, says = "The discharge score has the five items of its variant.")
    static Verdict padssItemsFitTheVariant(PathwayState state, ScorePadss command, Circumstances given) {
        boolean modified = command.variant() == PadssVariant.MPADSS;
        Integer needed = modified ? command.pain() : command.intakeOutput();
        Integer foreign = modified ? command.intakeOutput() : command.pain();
        String neededField = modified ? "pain" : "intakeOutput";
        String foreignField = modified ? "intakeOutput" : "pain";
        return needed == null
                ? Verdict.refused(neededField, "The item is missing", "Score it from 0 to 2")
                : Verdict.refusedIf(
                        foreign != null,
                        foreignField,
                        "The item is not part of " + command.variant(),
                        "Leave it empty, or choose the other variant");
    }

    /** The items of the discharge score that were given. */
    static IntStream items(ScorePadss command) {
        List<@Nullable Integer> optional = Arrays.asList(command.pain(), command.intakeOutput());
        return IntStream.concat(
                IntStream.of(command.vitals(), command.activity(), command.nausea(), command.bleeding()),
                optional.stream().filter(Objects::nonNull).mapToInt(Integer::intValue));
    }
}
