package org.crossface.pathway.aftercare.complication;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.events.ComplicationRegraded;
import org.crossface.pathway.aftercare.events.ComplicationResolved;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;

/** Keeps complications and what they lead to. */
public final class ComplicationCommandHandler {

    private final PathwayRecord pathway;

    public ComplicationCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(RecordComplication command, Circumstances given) {
        pathway.judge(RecordComplication.USE_CASE, command, given)
                .record(new ComplicationRecorded(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.type(),
                        command.grade(),
                        command.disability(),
                        command.stage(),
                        command.site(),
                        command.onsetOn(),
                        command.related(),
                        command.operatingCaseId(),
                        command.treatment()));
    }

    @CommandHandler
    void handle(RegradeComplication command, Circumstances given) {
        pathway.judge(RegradeComplication.USE_CASE, command, given)
                .record(new ComplicationRegraded(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.complicationId(),
                        command.grade(),
                        command.disability(),
                        command.operatingCaseId(),
                        command.reason()));
    }

    @CommandHandler
    void handle(ResolveComplication command, Circumstances given) {
        pathway.judge(ResolveComplication.USE_CASE, command, given)
                .record(new ComplicationResolved(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.complicationId(),
                        command.resolvedOn(),
                        command.note()));
    }
}
