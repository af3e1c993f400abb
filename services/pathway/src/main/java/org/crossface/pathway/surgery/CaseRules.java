package org.crossface.pathway.surgery;

import java.util.Map;
import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.Phase;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Stage;
import org.crossface.pathway.Verdict;
import org.crossface.pathway.scheduling.SurgicalCase;

/** Rules about the case that a command belongs to and about the order of the day. */
public final class CaseRules {

    private static final Map<Class<? extends CaseCommand>, Stage> STAGE = Map.ofEntries(
            Map.entry(RecordSuralHarvest.class, Stage.ONE),
            Map.entry(RecordDonorCoaptation.class, Stage.ONE),
            Map.entry(RecordBanking.class, Stage.ONE),
            Map.entry(CompleteStageOne.class, Stage.ONE),
            Map.entry(RecordGracilisHarvest.class, Stage.TWO),
            Map.entry(RecordAnastomosis.class, Stage.TWO),
            Map.entry(RecordReperfusion.class, Stage.TWO),
            Map.entry(RecordNerveCoaptation.class, Stage.TWO),
            Map.entry(RecordInset.class, Stage.TWO),
            Map.entry(CompleteStageTwo.class, Stage.TWO));

    private static final Map<Class<? extends CaseCommand>, Class<? extends SurgeryFact>> ONCE = Map.ofEntries(
            Map.entry(AdmitPatient.class, PatientAdmitted.class),
            Map.entry(CompleteSignIn.class, SafetySignInCompleted.class),
            Map.entry(InduceAnesthesia.class, AnesthesiaInduced.class),
            Map.entry(MakeIncision.class, IncisionMade.class),
            Map.entry(RecordSuralHarvest.class, SuralNerveHarvested.class),
            Map.entry(RecordBanking.class, GraftTunnelledAndBanked.class),
            Map.entry(CompleteStageOne.class, StageOneCompleted.class),
            Map.entry(RecordGracilisHarvest.class, GracilisHarvested.class),
            Map.entry(RecordReperfusion.class, FlapReperfused.class),
            Map.entry(RecordInset.class, GracilisInset.class),
            Map.entry(CompleteStageTwo.class, StageTwoCompleted.class),
            Map.entry(CloseIncision.class, ClosureCompleted.class),
            Map.entry(RecordEmergence.class, AnesthesiaEmerged.class),
            Map.entry(CompleteSignOut.class, SafetySignOutCompleted.class),
            Map.entry(SignOperationRecord.class, OperationRecordSigned.class),
            Map.entry(DiscontinueProcedure.class, ProcedureDiscontinued.class));

    private CaseRules() {}

    /** The case that a command belongs to; only to be asked after {@link #caseIsKnown} has allowed the command. */
    public static SurgicalCase caseOf(PathwayState state, CaseCommand command) {
        return state.schedule().caseById(command.caseId()).orElseThrow();
    }

    @Invariant(value = "REF-CASE", kind = RuleClass.HARD, says = "The case is one of this pathway.")
    public static Verdict caseIsKnown(PathwayState state, CaseCommand command, Circumstances given) {
        return Verdict.refusedIf(
                state.schedule().caseById(command.caseId()).isEmpty(),
                "caseId",
                "This pathway has no case " + command.caseId(),
                "Choose a case of this pathway");
    }

    @Invariant(
            value = "SEQ-SCHEDULED",
            kind = RuleClass.HARD,
            says = "A patient is operated on in a case that is scheduled, neither cancelled nor discontinued.")
    static Verdict caseIsLive(PathwayState state, CaseCommand command, Circumstances given) {
        boolean cancelled = caseOf(state, command).cancelled();
        return Verdict.refusedIf(
                cancelled || state.operations().of(command.caseId()).isDiscontinued(),
                "caseId",
                "The case was " + (cancelled ? "cancelled" : "discontinued"),
                "Schedule the operation anew");
    }

    @Invariant(
            value = "SEQ-HOLD",
            kind = RuleClass.HARD,
            says = "While a pathway is on hold or has ended, care goes on but no operation does.")
    static Verdict pathwayIsNotOnHold(PathwayState state, CaseCommand command, Circumstances given) {
        Phase phase = state.phase();
        return Verdict.refusedIf(
                phase == Phase.ON_HOLD || phase == Phase.LOST_TO_FOLLOW_UP || phase.isEnd(),
                "",
                "The pathway is in phase " + phase,
                "Resume the pathway first; what happened in theatre can be reported as an event that must never happen");
    }

    @Invariant(value = "SEQ-ADMISSION", kind = RuleClass.HARD, says = "The patient was admitted before.")
    public static Verdict patientWasAdmitted(PathwayState state, CaseCommand command, Circumstances given) {
        Operation operation = state.operations().of(command.caseId());
        boolean before = operation
                .last(PatientAdmitted.class)
                .filter(admission -> !command.occurredAt().isBefore(admission.occurredAt()))
                .isPresent();
        return Verdict.refusedIf(
                !before,
                operation.has(PatientAdmitted.class) ? "occurredAt" : "",
                operation.has(PatientAdmitted.class)
                        ? "This time lies before the admission"
                        : "The patient has not been admitted",
                "Record the admission first, with its time");
    }

    @Invariant(
            value = "SEQ-ONCE",
            kind = RuleClass.HARD,
            says = "A step that happens once in an operation is recorded once; a mistake is corrected.")
    static Verdict stepIsNew(PathwayState state, CaseCommand command, Circumstances given) {
        Class<? extends SurgeryFact> fact = ONCE.get(command.getClass());
        return Verdict.refusedIf(
                fact != null && state.operations().of(command.caseId()).has(fact),
                "",
                "This step is already recorded",
                "Correct the earlier entry if it is wrong");
    }

    @Invariant(value = "SEQ-STAGE", kind = RuleClass.HARD, says = "A step belongs to an operation of its stage.")
    static Verdict stageFits(PathwayState state, CaseCommand command, Circumstances given) {
        Stage stage = STAGE.get(command.getClass());
        return Verdict.refusedIf(
                stage != null && caseOf(state, command).stage() != stage,
                "caseId",
                "The case is an operation of stage " + caseOf(state, command).stage(),
                "Choose the case of stage " + stage);
    }

    @Invariant(
            value = "REF-SURGEON",
            kind = RuleClass.HARD,
            says = "Only a surgeon who operates in the case marks, signs and orders.")
    public static Verdict surgeonOperates(PathwayState state, BySurgeon command, Circumstances given) {
        return Verdict.refusedIf(
                !caseOf(state, command).surgeonIds().contains(command.surgeonId()),
                "surgeonId",
                command.surgeonId() + " is not a surgeon of this case",
                "A surgeon of the case has to do it: "
                        + String.join(", ", caseOf(state, command).surgeonIds()));
    }

    /** What INV-39 asks of the order holds for every signature: it is the operating surgeon's own. */
    @Invariant(
            value = "REF-SIGNATURE",
            kind = RuleClass.HARD,
            says = "Nobody marks, signs or orders in a surgeon's name but that surgeon.")
    public static Verdict surgeonIsSignedIn(PathwayState state, BySurgeon command, Circumstances given) {
        return Verdict.refusedIf(
                !command.surgeonId().equals(given.actorId()),
                "surgeonId",
                "You are signed in as " + given.actorId() + " and sign as " + command.surgeonId(),
                command.surgeonId() + " has to sign in and do it");
    }
}
