package org.crossface.pathway.surgery.transfer;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.state.Computed;
import org.crossface.pathway.state.OperationTimes;
import org.crossface.pathway.surgery.events.ArterialAnastomosisCompleted;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.GracilisInset;
import org.crossface.pathway.surgery.events.GraftBiopsied;
import org.crossface.pathway.surgery.events.ObturatorToGraftCoapted;
import org.crossface.pathway.surgery.events.ObturatorToMassetericCoapted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.VenousAnastomosisCompleted;
import org.crossface.pathway.surgery.vocabulary.IschemiaLevel;
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/** Takes the operation record of stage two, the free gracilis transfer. */
public final class StageTwoCommandHandler {

    private final PathwayRecord pathway;

    public StageTwoCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(RecordGraftBiopsy command, Circumstances given) {
        pathway.judge(RecordGraftBiopsy.USE_CASE, command, given)
                .record(new GraftBiopsied(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.finding(),
                        command.report()));
    }

    @CommandHandler
    void handle(RecordGracilisHarvest command, Circumstances given) {
        var judged = pathway.judge(RecordGracilisHarvest.USE_CASE, command, given);
        judged.record(new GracilisHarvested(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.caseId(),
                given.ids().next(),
                command.thighSide(),
                command.lengthCm(),
                command.widthCm(),
                command.weightG(),
                command.pedicleArteryMm(),
                command.veins(),
                command.nerveLengthCm(),
                command.pedicleDividedAt()));
    }

    @CommandHandler
    void handle(RecordAnastomosis command, Circumstances given) {
        pathway.judge(RecordAnastomosis.USE_CASE, command, given).record(anastomosis(command, given));
    }

    private PathwayEvent anastomosis(RecordAnastomosis command, Circumstances given) {
        return switch (command.kind()) {
            case ARTERIAL ->
                new ArterialAnastomosisCompleted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        flapOf(command.caseId()),
                        command.recipientVessel(),
                        command.vesselReason(),
                        command.faceSide(),
                        command.technique(),
                        command.configuration(),
                        command.couplerMm(),
                        command.patencyConfirmed());
            case VENOUS ->
                new VenousAnastomosisCompleted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        flapOf(command.caseId()),
                        command.recipientVessel(),
                        command.vesselReason(),
                        command.faceSide(),
                        command.technique(),
                        command.configuration(),
                        command.couplerMm(),
                        command.patencyConfirmed());
        };
    }

    @CommandHandler
    void handle(RecordReperfusion command, Circumstances given) {
        var judged = pathway.judge(RecordReperfusion.USE_CASE, command, given);
        GracilisHarvested harvest = pathway.state()
                .operations()
                .of(command.caseId())
                .last(GracilisHarvested.class)
                .orElseThrow();
        int minutes = Computed.ischemiaMinutes(harvest, command.reperfusedAt());
        judged.record(new FlapReperfused(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.caseId(),
                harvest.flapId(),
                command.reperfusedAt(),
                minutes,
                IschemiaLevel.of(minutes, given.policy()),
                command.bleedingEdge(),
                command.comment()));
    }

    @CommandHandler
    void handle(RecordNerveCoaptation command, Circumstances given) {
        pathway.judge(RecordNerveCoaptation.USE_CASE, command, given).record(coaptation(command, given));
    }

    private PathwayEvent coaptation(RecordNerveCoaptation command, Circumstances given) {
        return switch (command.motorNerve()) {
            case CROSS_FACIAL_GRAFT, BOTH ->
                new ObturatorToGraftCoapted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        pathway.state().graft().graftId(),
                        flapOf(command.caseId()),
                        command.faceSide(),
                        command.type(),
                        command.motorNerve() == MotorNerve.BOTH);
            case MASSETERIC ->
                new ObturatorToMassetericCoapted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        flapOf(command.caseId()),
                        command.faceSide(),
                        command.type());
        };
    }

    @CommandHandler
    void handle(RecordInset command, Circumstances given) {
        pathway.judge(RecordInset.USE_CASE, command, given)
                .record(new GracilisInset(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        flapOf(command.caseId()),
                        command.faceSide(),
                        command.origin(),
                        command.insertion(),
                        command.vectors(),
                        command.tension()));
    }

    @CommandHandler
    void handle(CompleteStageTwo command, Circumstances given) {
        var judged = pathway.judge(CompleteStageTwo.USE_CASE, command, given);
        OperationTimes times = OperationTimes.of(pathway.state(), command.caseId(), command.occurredAt())
                .orElseThrow();
        judged.record(new StageTwoCompleted(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.caseId(),
                flapOf(command.caseId()),
                times.operatedOn(),
                command.bloodLossMl(),
                times.durationMinutes(),
                command.operationNoteRef(),
                command.dopplerSiteMarked(),
                command.drain(),
                command.ischemiaComment(),
                command.deviation(),
                blankToNull(command.secondSurgeonId())));
    }

    private String flapOf(String caseId) {
        return pathway.state()
                .operations()
                .of(caseId)
                .last(GracilisHarvested.class)
                .orElseThrow()
                .flapId();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
