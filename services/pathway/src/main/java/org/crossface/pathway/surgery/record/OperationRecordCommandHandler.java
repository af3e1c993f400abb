package org.crossface.pathway.surgery.record;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.state.OperationTimes;
import org.crossface.pathway.surgery.events.ChargeReviewed;
import org.crossface.pathway.surgery.events.ExternalStageOneAttested;
import org.crossface.pathway.surgery.events.ExternalStageTwoAttested;
import org.crossface.pathway.surgery.events.OperationCompletedAsPerformed;
import org.crossface.pathway.surgery.events.OperationRecordSigned;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PartialDate;

/** Takes the record of an operation that was not the planned one, the signature of a record, and operations that another centre did. */
public final class OperationRecordCommandHandler {

    private final PathwayRecord pathway;

    public OperationRecordCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(SignOperationRecord command, Circumstances given) {
        pathway.judge(SignOperationRecord.USE_CASE, command, given)
                .record(new OperationRecordSigned(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.surgeonId()));
    }

    @CommandHandler
    void handle(CompleteAsPerformed command, Circumstances given) {
        var judged = pathway.judge(CompleteAsPerformed.USE_CASE, command, given);
        OperationTimes times = OperationTimes.of(pathway.state(), command.caseId(), command.occurredAt())
                .orElseThrow();
        judged.record(new OperationCompletedAsPerformed(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.caseId(),
                command.findings(),
                command.performed(),
                command.complicationId(),
                times.operatedOn(),
                command.bloodLossMl(),
                times.durationMinutes(),
                command.operationNoteRef()));
    }

    @CommandHandler
    void handle(AttestExternalStage command, Circumstances given) {
        var judged = pathway.judge(AttestExternalStage.USE_CASE, command, given);
        PartialDate date = PartialDate.parse(command.operatedOn()).orElseThrow();
        judged.record(new ExternalStageOneAttested(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                given.ids().next(),
                given.ids().next(),
                command.centre(),
                date.latest(),
                command.operatedOn(),
                command.donorSide(),
                command.bankSide(),
                command.graftLengthCm(),
                command.operationNoteRef(),
                command.surgeonId(),
                command.legSide()));
    }

    @CommandHandler
    void handle(AttestExternalStageTwo command, Circumstances given) {
        var judged = pathway.judge(AttestExternalStageTwo.USE_CASE, command, given);
        PartialDate date = PartialDate.parse(command.operatedOn()).orElseThrow();
        judged.record(new ExternalStageTwoAttested(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                given.ids().next(),
                given.ids().next(),
                command.centre(),
                date.latest(),
                command.operatedOn(),
                command.faceSide(),
                command.thighSide(),
                command.motorNerve(),
                command.operationNoteRef(),
                command.surgeonId()));
    }

    @CommandHandler
    void handle(ReviewCharge command, Circumstances given) {
        pathway.judge(ReviewCharge.USE_CASE, command, given)
                .record(new ChargeReviewed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.hold(),
                        command.reason()));
    }
}
