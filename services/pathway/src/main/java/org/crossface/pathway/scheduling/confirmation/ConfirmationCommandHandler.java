package org.crossface.pathway.scheduling.confirmation;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.scheduling.events.EscortReconfirmed;
import org.crossface.pathway.scheduling.events.PreOpCallCompleted;
import org.crossface.pathway.usecase.Circumstances;

/** Takes what patient and escort say of a booked operation. */
public final class ConfirmationCommandHandler {

    private final PathwayRecord pathway;

    public ConfirmationCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(ReconfirmEscort command, Circumstances given) {
        pathway.judge(ReconfirmEscort.USE_CASE, command, given)
                .record(new EscortReconfirmed(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), command.stage()));
    }

    @CommandHandler
    void handle(CompletePreOpCall command, Circumstances given) {
        pathway.judge(CompletePreOpCall.USE_CASE, command, given)
                .record(new PreOpCallCompleted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.outcome(),
                        command.note()));
    }
}
