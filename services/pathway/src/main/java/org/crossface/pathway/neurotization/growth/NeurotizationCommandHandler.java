package org.crossface.pathway.neurotization.growth;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.neurotization.EmgPerformed;
import org.crossface.pathway.neurotization.GraftAbandoned;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.neurotization.NeurotizationNotConfirmed;
import org.crossface.pathway.neurotization.NeurotizationWindowExtended;
import org.crossface.pathway.neurotization.NeurotizationWindowLapsed;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;

/** Watches the graft until the muscle may follow. */
public final class NeurotizationCommandHandler {

    private final PathwayRecord pathway;

    public NeurotizationCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(AssessTinel command, Circumstances given) {
        pathway.judge(AssessTinel.USE_CASE, command, given)
                .record(new TinelAssessed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.present(),
                        command.advanceMm(),
                        command.atDistalEnd(),
                        given.actorId(),
                        command.comment(),
                        pathway.state().graft().growth().insertedMm() == null));
    }

    @CommandHandler
    void handle(RecordEmg command, Circumstances given) {
        pathway.judge(RecordEmg.USE_CASE, command, given)
                .record(new EmgPerformed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.site(),
                        command.finding(),
                        given.actorId(),
                        command.note()));
    }

    @CommandHandler
    void handle(ConfirmNeurotization command, Circumstances given) {
        pathway.judge(ConfirmNeurotization.USE_CASE, command, given)
                .record(new NeurotizationConfirmed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.basis(),
                        given.actorId(),
                        command.rationale(),
                        command.secondReviewer()));
    }

    @CommandHandler
    void handle(DeclareNeurotizationNotConfirmed command, Circumstances given) {
        pathway.judge(DeclareNeurotizationNotConfirmed.USE_CASE, command, given)
                .record(new NeurotizationNotConfirmed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.nextReviewOn(),
                        command.note()));
    }

    @CommandHandler
    void handle(LapseNeurotizationWindow command, Circumstances given) {
        lapse(command, given);
    }

    /** What the command records; a deadline that has passed brings it about too. */
    public void lapse(LapseNeurotizationWindow command, Circumstances given) {
        pathway.judge(LapseNeurotizationWindow.USE_CASE, command, given)
                .record(new NeurotizationWindowLapsed(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), monthsSinceStageOne(command)));
    }

    @CommandHandler
    void handle(ExtendNeurotizationWindow command, Circumstances given) {
        pathway.judge(ExtendNeurotizationWindow.USE_CASE, command, given)
                .record(new NeurotizationWindowExtended(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.until(),
                        command.reason()));
    }

    @CommandHandler
    void handle(AbandonGraft command, Circumstances given) {
        pathway.judge(AbandonGraft.USE_CASE, command, given)
                .record(new GraftAbandoned(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        pathway.state().graft().graftId(),
                        command.reason(),
                        command.note()));
    }

    private int monthsSinceStageOne(LapseNeurotizationWindow command) {
        LocalDate stageOne = pathway.state().operations().stageOneDate().orElseThrow();
        return (int) ChronoUnit.MONTHS.between(stageOne, pathway.state().dayOf(command.occurredAt()));
    }
}
