package org.crossface.pathway.recovery.pacu;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.recovery.events.AldreteScored;
import org.crossface.pathway.recovery.events.AnesthesiaRecoveryEvaluated;
import org.crossface.pathway.recovery.events.ExtendedRecoveryStarted;
import org.crossface.pathway.recovery.events.PadssScored;
import org.crossface.pathway.recovery.events.PainScored;
import org.crossface.pathway.recovery.events.PhaseTwoEntered;
import org.crossface.pathway.recovery.events.RecoveryAdmitted;
import org.crossface.pathway.recovery.events.SameDayDischargeFailed;
import org.crossface.pathway.usecase.Circumstances;

/** Takes the commands of the recovery: its phases, its scores and its extension. */
public final class RecoveryCommandHandler {

    private final PathwayRecord pathway;

    public RecoveryCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(AdmitToRecovery command, Circumstances given) {
        pathway.judge(AdmitToRecovery.USE_CASE, command, given)
                .record(new RecoveryAdmitted(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), command.caseId()));
    }

    @CommandHandler
    void handle(ScoreAldrete command, Circumstances given) {
        pathway.judge(ScoreAldrete.USE_CASE, command, given)
                .record(new AldreteScored(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.activity(),
                        command.respiration(),
                        command.circulation(),
                        command.consciousness(),
                        command.oxygenSaturation(),
                        AldreteScore.items(command).sum()));
    }

    @CommandHandler
    void handle(EnterPhaseTwo command, Circumstances given) {
        pathway.judge(EnterPhaseTwo.USE_CASE, command, given)
                .record(new PhaseTwoEntered(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), command.caseId()));
    }

    @CommandHandler
    void handle(ScorePadss command, Circumstances given) {
        pathway.judge(ScorePadss.USE_CASE, command, given)
                .record(new PadssScored(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.variant(),
                        command.vitals(),
                        command.activity(),
                        command.nausea(),
                        command.pain(),
                        command.bleeding(),
                        command.intakeOutput(),
                        RecoveryRules.items(command).sum(),
                        RecoveryRules.items(command).min().orElse(0)));
    }

    @CommandHandler
    void handle(ScorePain command, Circumstances given) {
        pathway.judge(ScorePain.USE_CASE, command, given)
                .record(new PainScored(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.nrs(),
                        command.site()));
    }

    @CommandHandler
    void handle(EvaluateAnesthesiaRecovery command, Circumstances given) {
        pathway.judge(EvaluateAnesthesiaRecovery.USE_CASE, command, given)
                .record(new AnesthesiaRecoveryEvaluated(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.fit(),
                        command.remarks()));
    }

    @CommandHandler
    void handle(StartExtendedRecovery command, Circumstances given) {
        pathway.judge(StartExtendedRecovery.USE_CASE, command, given)
                .record(new SameDayDischargeFailed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.reasons()))
                .record(new ExtendedRecoveryStarted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.remarks()));
    }
}
