package org.crossface.pathway.surgery.graft;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.state.OperationTimes;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.events.DonorBranchCoapted;
import org.crossface.pathway.surgery.events.GraftTunnelledAndBanked;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.SuralNerveHarvested;
import org.crossface.pathway.usecase.Circumstances;

/** Takes the operation record of stage one, the cross-facial nerve graft. */
public final class StageOneCommandHandler {

    private final PathwayRecord pathway;

    public StageOneCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(RecordSuralHarvest command, Circumstances given) {
        var judged = pathway.judge(RecordSuralHarvest.USE_CASE, command, given);
        judged.record(new SuralNerveHarvested(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.caseId(),
                given.ids().next(),
                command.legSide(),
                command.lengthCm(),
                command.technique(),
                command.incisions(),
                command.reversed(),
                command.residualLengthCm(),
                command.level()));
    }

    @CommandHandler
    void handle(RecordDonorCoaptation command, Circumstances given) {
        pathway.judge(RecordDonorCoaptation.USE_CASE, command, given)
                .record(new DonorBranchCoapted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        graftOf(command.caseId()),
                        command.faceSide(),
                        command.branch(),
                        command.type(),
                        command.count(),
                        command.stimulationConfirmed(),
                        command.suture(),
                        command.glue()));
    }

    @CommandHandler
    void handle(RecordBanking command, Circumstances given) {
        pathway.judge(RecordBanking.USE_CASE, command, given)
                .record(new GraftTunnelledAndBanked(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        graftOf(command.caseId()),
                        command.route(),
                        command.distalSide(),
                        command.location(),
                        command.tunnelLengthCm(),
                        command.tagged()));
    }

    @CommandHandler
    void handle(CompleteStageOne command, Circumstances given) {
        var judged = pathway.judge(CompleteStageOne.USE_CASE, command, given);
        PathwayState state = pathway.state();
        OperationTimes times =
                OperationTimes.of(state, command.caseId(), command.occurredAt()).orElseThrow();
        judged.record(new StageOneCompleted(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.caseId(),
                graftOf(command.caseId()),
                times.operatedOn(),
                command.graftedLengthCm(),
                command.bloodLossMl(),
                times.durationMinutes(),
                command.operationNoteRef(),
                state.recoveries().of(command.caseId()).hasLeft()));
    }

    private String graftOf(String caseId) {
        return pathway.state()
                .operations()
                .of(caseId)
                .last(SuralNerveHarvested.class)
                .orElseThrow()
                .graftId();
    }
}
