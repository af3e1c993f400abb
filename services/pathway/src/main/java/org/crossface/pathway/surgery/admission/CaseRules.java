package org.crossface.pathway.surgery.admission;

import java.util.function.Predicate;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.events.SurgeryFact;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.decision.Rule;
import org.crossface.platform.api.decision.Verdict;

/** Rules about the case that a command belongs to and about the order of the day. */
public final class CaseRules {

    private static final Rule ONCE =
            Rule.hard("SEQ-ONCE", "A step that happens once in an operation is recorded once; a mistake is corrected.");

    private static final Rule STAGE = Rule.hard("SEQ-STAGE", "A step belongs to an operation of its stage.");

    public static final Condition CASE_IS_KNOWN = Condition.hard("REF-CASE", "The case is one of this pathway.", on -> {
                String caseId = on.caseId();
                if (caseId == null) {
                    return Verdict.refused("caseId", "No operation is scheduled", "Schedule the operation first");
                }
                return Verdict.refusedIf(
                        on.state().schedule().caseById(caseId).isEmpty(),
                        "caseId",
                        "This pathway has no case " + caseId,
                        "Choose a case of this pathway");
            })
            .asGroundwork()
            .fulfilledBy(ScheduleSurgery.class);

    public static final Condition CASE_IS_LIVE = Condition.hard(
            "SEQ-SCHEDULED",
            "A patient is operated on in a case that is scheduled, neither cancelled nor discontinued.",
            on -> {
                boolean cancelled = on.surgicalCase().cancelled();
                return Verdict.refusedIf(
                        cancelled || on.operation().isDiscontinued(),
                        "caseId",
                        "The case was " + (cancelled ? "cancelled" : "discontinued"),
                        "Schedule the operation anew");
            });

    public static final Condition PATIENT_WAS_ADMITTED = Condition.hard(
                    "SEQ-ADMISSION",
                    "The patient is admitted before this step.",
                    on -> on.admittedAt()
                            .map(admission -> Verdict.refusedIf(
                                    on.at().isBefore(admission),
                                    "occurredAt",
                                    "This time is before the admission",
                                    "Record the admission first, with its time"))
                            .orElseGet(() -> Verdict.refused(
                                    "",
                                    "The patient has not been admitted",
                                    "Record the admission first, with its time")))
            .fulfilledBy(AdmitPatient.class);

    /** For the admission: a patient who is taken back from recovery is still admitted. */
    static final Condition PATIENT_IS_NOT_ADMITTED_YET = Condition.of(
            ONCE,
            on -> Verdict.refusedIf(
                    on.admittedAt().isPresent(),
                    "",
                    "The patient is already admitted",
                    "Correct the earlier entry if it is wrong"));

    /** What INV-39 asks of the order holds for every signature: it is the operating surgeon's own. */
    public static final Check<BySurgeon> SURGEON_IS_SIGNED_IN = Check.hard(
            "REF-SIGNATURE",
            "A surgeon marks, signs and orders only in his or her own name.",
            (state, command, given) -> signsAs(command.surgeonId(), "surgeonId", given));

    /** Refused unless the person whose name stands under an entry is the one who gives it. */
    public static Verdict signsAs(String name, String field, Circumstances given) {
        return Verdict.refusedIf(
                !name.equals(given.actorId()),
                field,
                "You are signed in as " + given.actorId() + " and sign as " + name,
                name + " has to sign in and do it");
    }

    public static final Check<BySurgeon> SURGEON_OPERATES = Check.hard(
            "REF-SURGEON",
            "Only a surgeon who operates in the case marks, signs and orders.",
            (state, command, given) -> Verdict.refusedIf(
                    !caseOf(state, command).surgeonIds().contains(command.surgeonId()),
                    "surgeonId",
                    command.surgeonId() + " is not a surgeon of this case",
                    "One of the surgeons of the case must do it: "
                            + String.join(", ", caseOf(state, command).surgeonIds())));

    private CaseRules() {}

    /** The case that a command belongs to; only to be asked after {@link #CASE_IS_KNOWN} has allowed the command. */
    public static SurgicalCase caseOf(PathwayState state, CaseCommand command) {
        return state.schedule().caseById(command.caseId()).orElseThrow();
    }

    /** The step that leaves this fact has not been taken in the case. */
    public static Condition once(Class<? extends SurgeryFact> step) {
        return once(operation -> operation.has(step));
    }

    /** The step has not been taken in the case. */
    public static Condition once(Predicate<Operation> taken) {
        return Condition.of(
                ONCE,
                on -> Verdict.refusedIf(
                        taken.test(on.operation()),
                        "",
                        "This step is already recorded",
                        "Correct the earlier entry if it is wrong"));
    }

    /** The case is an operation of this stage, not a return to theatre after it. */
    public static Condition ofStage(Stage stage) {
        return Condition.of(
                STAGE,
                on -> Verdict.refusedIf(
                        on.theStage() != stage || on.isReturn(),
                        "caseId",
                        on.isReturn()
                                ? "The case is a return to theatre"
                                : "The case is an operation of stage " + on.theStage(),
                        "Choose the case of stage " + stage));
    }
}
