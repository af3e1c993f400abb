package org.crossface.pathway.aftercare.contact;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.aftercare.events.DayOneCallCompleted;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;

/** Takes the calls of after-care. */
public final class ContactCommandHandler {

    private final PathwayRecord pathway;

    public ContactCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(RecordContactAttempt command, Circumstances given) {
        pathway.judge(RecordContactAttempt.USE_CASE, command, given)
                .record(new ContactAttempted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.channel(),
                        command.outcome(),
                        command.note()));
    }

    @CommandHandler
    void handle(CompleteDayOneCall command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(CompleteDayOneCall.USE_CASE, command, given)
                .record(new DayOneCallCompleted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.pain(),
                        command.nausea(),
                        command.temperatureCelsius(),
                        command.flags(),
                        command.disposition(),
                        command.note()));
        RedFlags.of(command, pathway.state(), given.policy())
                .forEach(flag -> judged.record(new RedFlagRaised(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), flag, flag.level(), null)));
    }
}
