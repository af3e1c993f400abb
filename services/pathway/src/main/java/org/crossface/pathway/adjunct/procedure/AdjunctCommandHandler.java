package org.crossface.pathway.adjunct.procedure;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.adjunct.AdjunctPerformed;
import org.crossface.pathway.adjunct.AdjunctPlanned;
import org.crossface.pathway.adjunct.AdjunctRemoved;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;

/** Takes the procedures beside the plan. */
public final class AdjunctCommandHandler {

    private final PathwayRecord pathway;

    public AdjunctCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(PlanAdjunct command, Circumstances given) {
        pathway.judge(PlanAdjunct.USE_CASE, command, given)
                .record(new AdjunctPlanned(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.kind(),
                        command.side(),
                        command.plannedFor(),
                        command.reason()));
    }

    @CommandHandler
    void handle(RecordAdjunct command, Circumstances given) {
        pathway.judge(RecordAdjunct.USE_CASE, command, given)
                .record(new AdjunctPerformed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.plannedId(),
                        command.kind(),
                        command.side(),
                        command.product(),
                        command.lot(),
                        command.magneticResonance(),
                        command.amount(),
                        command.surgeonId()));
    }

    @CommandHandler
    void handle(RemoveAdjunct command, Circumstances given) {
        pathway.judge(RemoveAdjunct.USE_CASE, command, given)
                .record(new AdjunctRemoved(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.adjunctId(),
                        command.reason()));
    }
}
