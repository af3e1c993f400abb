package org.crossface.pathway.recovery;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.PathwayRecord;
import org.crossface.pathway.surgery.CaseRules;

/** Takes the commands of the recovery: its phases, its scores and its extension. */
public final class RecoveryDesk {

    private final PathwayRecord pathway;

    public RecoveryDesk(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(AdmitToRecovery command, Circumstances given) {
        pathway.judge(
                        command,
                        given,
                        CaseRules::caseIsKnown,
                        CaseRules::patientWasAdmitted,
                        RecoveryRules::recoveryIsNew,
                        RecoveryRules::patientIsStillHere,
                        RecoveryRules::signOutComesBeforeRecovery)
                .record(new RecoveryAdmitted(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), command.caseId()));
    }

    @CommandHandler
    void handle(ScoreAldrete command, Circumstances given) {
        pathway.judge(
                        command,
                        given,
                        CaseRules::caseIsKnown,
                        RecoveryRules::patientIsInRecovery,
                        RecoveryRules::aldreteTotalIsTheSum)
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
        pathway.judge(
                        command,
                        given,
                        CaseRules::caseIsKnown,
                        RecoveryRules::patientIsInRecovery,
                        RecoveryRules::aldreteAllowsPhaseTwo)
                .record(new PhaseTwoEntered(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), command.caseId()));
    }

    @CommandHandler
    void handle(ScorePadss command, Circumstances given) {
        pathway.judge(
                        command,
                        given,
                        CaseRules::caseIsKnown,
                        RecoveryRules::patientIsInRecovery,
                        RecoveryRules::padssItemsFitTheVariant,
                        RecoveryRules::padssTotalIsTheSum)
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
        pathway.judge(command, given, CaseRules::caseIsKnown, CaseRules::patientWasAdmitted)
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
        pathway.judge(command, given, CaseRules::caseIsKnown, RecoveryRules::patientIsInRecovery)
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
        pathway.judge(
                        command,
                        given,
                        CaseRules::caseIsKnown,
                        RecoveryRules::patientIsInRecovery,
                        RecoveryRules::patientIsStillHere)
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
