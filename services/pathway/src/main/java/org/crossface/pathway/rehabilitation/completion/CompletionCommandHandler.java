package org.crossface.pathway.rehabilitation.completion;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.rehabilitation.events.PathwayClosedWithoutMuscle;
import org.crossface.pathway.rehabilitation.events.PathwayCompleted;
import org.crossface.pathway.usecase.Circumstances;

/** Completes a pathway. */
public final class CompletionCommandHandler {

    private final PathwayRecord pathway;

    public CompletionCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(CompletePathway command, Circumstances given) {
        pathway.judge(CompletePathway.USE_CASE, command, given)
                .record(new PathwayCompleted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.outcome(),
                        command.note()));
    }

    @CommandHandler
    void handle(CloseWithoutMuscle command, Circumstances given) {
        pathway.judge(CloseWithoutMuscle.USE_CASE, command, given)
                .record(new PathwayClosedWithoutMuscle(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.reason(),
                        command.note()));
    }
}
