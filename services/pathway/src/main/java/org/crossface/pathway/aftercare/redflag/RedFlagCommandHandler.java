package org.crossface.pathway.aftercare.redflag;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.aftercare.events.EmergencyVisitReported;
import org.crossface.pathway.aftercare.events.RedFlagAcknowledged;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.aftercare.events.RedFlagResolved;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;

/** Takes red flags and emergency visits. */
public final class RedFlagCommandHandler {

    private final PathwayRecord pathway;

    public RedFlagCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(RaiseRedFlag command, Circumstances given) {
        pathway.judge(RaiseRedFlag.USE_CASE, command, given)
                .record(new RedFlagRaised(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.flag(),
                        command.flag().level(),
                        command.note()));
    }

    @CommandHandler
    void handle(AcknowledgeRedFlag command, Circumstances given) {
        pathway.judge(AcknowledgeRedFlag.USE_CASE, command, given)
                .record(new RedFlagAcknowledged(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.flagId(),
                        given.actorId()));
    }

    @CommandHandler
    void handle(ResolveRedFlag command, Circumstances given) {
        pathway.judge(ResolveRedFlag.USE_CASE, command, given)
                .record(new RedFlagResolved(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.flagId(),
                        command.resolution()));
    }

    @CommandHandler
    void handle(ReportEmergencyVisit command, Circumstances given) {
        pathway.judge(ReportEmergencyVisit.USE_CASE, command, given)
                .record(new EmergencyVisitReported(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.place(),
                        command.related(),
                        command.note()));
    }
}
