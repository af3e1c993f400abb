package org.crossface.pathway.rehabilitation.outcome;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.rehabilitation.events.FirstMovementObserved;
import org.crossface.pathway.rehabilitation.events.NonFunctioningTransferDeclared;
import org.crossface.pathway.rehabilitation.events.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.events.SpontaneousSmileObserved;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.FlapCommand;

/** Measures what the two operations came to, until the pathway is complete. */
public final class OutcomeCommandHandler {

    private final PathwayRecord pathway;

    public OutcomeCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(ObserveFirstMovement command, Circumstances given) {
        pathway.judge(ObserveFirstMovement.USE_CASE, command, given)
                .record(new FirstMovementObserved(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.seenOn(),
                        command.observer(),
                        command.trigger(),
                        command.excursionMm(),
                        flapOf(command)));
    }

    @CommandHandler
    void handle(ObserveSpontaneousSmile command, Circumstances given) {
        pathway.judge(ObserveSpontaneousSmile.USE_CASE, command, given)
                .record(new SpontaneousSmileObserved(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.seenOn(),
                        command.stimulus(),
                        command.degree(),
                        flapOf(command)));
    }

    @CommandHandler
    void handle(AssessOutcome command, Circumstances given) {
        pathway.judge(AssessOutcome.USE_CASE, command, given)
                .record(new OutcomeAssessed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.visit(),
                        Assessment.of(command),
                        command.terzis(),
                        command.satisfaction(),
                        command.adherencePercent(),
                        command.botulinumWithinFourMonths(),
                        given.actorId(),
                        flapOf(command)));
    }

    @CommandHandler
    void handle(DeclareNonFunctioningTransfer command, Circumstances given) {
        pathway.judge(DeclareNonFunctioningTransfer.USE_CASE, command, given)
                .record(new NonFunctioningTransferDeclared(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.evidence(),
                        command.note(),
                        flapOf(command)));
    }

    private String flapOf(FlapCommand command) {
        return pathway.state().flaps().meant(command.flapId()).orElseThrow().flapId();
    }
}
