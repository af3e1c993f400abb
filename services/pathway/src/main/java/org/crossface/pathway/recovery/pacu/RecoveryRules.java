package org.crossface.pathway.recovery.pacu;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crossface.pathway.recovery.events.RecoveryAdmitted;
import org.crossface.pathway.recovery.vocabulary.PadssVariant;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.checklist.CompleteSignOut;
import org.crossface.pathway.surgery.events.SafetySignOutCompleted;
import org.crossface.pathway.surgery.vocabulary.ChecklistStep;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.usecase.Situation;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of the recovery: its order and its scores. */
public final class RecoveryRules {

    private RecoveryRules() {}

    static final Condition SIGN_OUT_COMES_BEFORE_RECOVERY = Condition.hard(
                    "INV-34", "The patient leaves the theatre after the sign-out, without unresolved counts.", on -> {
                        Operation operation = on.operation();
                        boolean stopped = operation.isDiscontinued()
                                && operation.incisionAt().isEmpty();
                        return Verdict.refusedIf(
                                !operation.isSignedOut() && !operation.missed(ChecklistStep.SIGN_OUT) && !stopped,
                                "",
                                operation.has(SafetySignOutCompleted.class)
                                        ? "The counts of the sign-out are unresolved"
                                        : "The sign-out is not completed",
                                operation.has(SafetySignOutCompleted.class)
                                        ? "Complete the sign-out again when the counts are resolved, or when a surgeon has decided after imaging"
                                        : "Complete the sign-out; if the patient left without it, report a checklist deviation");
                    })
            .fulfilledBy(CompleteSignOut.class);

    static final Condition PATIENT_IS_IN_RECOVERY = Condition.hard(
                    "SEQ-RECOVERY", "The patient is in recovery.", on -> {
                        Optional<OffsetDateTime> left =
                                on.recovery().departedAt().filter(on.at()::isAfter);
                        return left.isPresent()
                                ? Verdict.refused(
                                        "occurredAt",
                                        "The patient left at " + on.timeOf(left.get()),
                                        "Give the time at which it happened, before the patient left")
                                : admitted(on);
                    })
            .fulfilledBy(AdmitToRecovery.class);

    /** Whether recovery had taken the patient over by then, whether or not the patient has left since. */
    public static Verdict admitted(Situation on) {
        return on.recovery()
                .last(RecoveryAdmitted.class)
                .map(admission -> Verdict.refusedIf(
                        on.at().isBefore(admission.occurredAt()),
                        "occurredAt",
                        "This time is before the admission to recovery",
                        "Give the time at which it happened"))
                .orElseGet(() -> Verdict.refused(
                        "", "The patient was not admitted to recovery", "Record the admission to recovery first"));
    }

    static final Condition RECOVERY_IS_NEW = Condition.hard(
            "SEQ-ONCE",
            "A step that happens once in a recovery is recorded once; a mistake is corrected.",
            on -> Verdict.refusedIf(
                    on.recovery().has(RecoveryAdmitted.class),
                    "",
                    "The patient is already in recovery",
                    "Correct the earlier entry if it is wrong"));

    public static final Condition PATIENT_IS_STILL_HERE = Condition.hard(
            "SEQ-LEFT",
            "The patient is still in the surgery centre.",
            on -> Verdict.refusedIf(
                    on.recovery().hasLeft(),
                    "",
                    "The patient has already left",
                    "Correct the earlier entry if it is wrong"));

    static final Check<ScoreAldrete> ALDRETE_TOTAL_IS_THE_SUM = Check.hard(
            "INV-37",
            "The total of the Aldrete score is the sum of its items.",
            (state, command, given) ->
                    sumIs(command.total(), AldreteScore.items(command).sum()));

    static final Condition ALDRETE_ALLOWS_PHASE_TWO = Condition.policy(
                    "INV-37",
                    "Phase II begins with a modified Aldrete score of {aldreteThreshold} or more.",
                    AldreteScore::passes)
            .fulfilledBy(ScoreAldrete.class);

    static final Check<ScorePadss> PADSS_TOTAL_IS_THE_SUM = Check.hard(
            "INV-38",
            "The total of the discharge score is the sum of its items.",
            (state, command, given) -> sumIs(command.total(), items(command).sum()));

    private static Verdict sumIs(@Nullable Integer given, int computed) {
        return Verdict.refusedIf(
                given != null && given != computed,
                "total",
                "Total given as " + given + ", the items add up to " + computed,
                "Leave the total empty, or correct the items");
    }

    static final Check<ScorePadss> PADSS_ITEMS_FIT_THE_VARIANT =
            Check.hard("INV-38", "The discharge score has the five items of its variant.", (state, command, given) -> {
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
            });

    /** The items of the discharge score that were given. */
    static IntStream items(ScorePadss command) {
        List<@Nullable Integer> optional = Arrays.asList(command.pain(), command.intakeOutput());
        return IntStream.concat(
                IntStream.of(command.vitals(), command.activity(), command.nausea(), command.bleeding()),
                optional.stream().filter(Objects::nonNull).mapToInt(Integer::intValue));
    }
}
