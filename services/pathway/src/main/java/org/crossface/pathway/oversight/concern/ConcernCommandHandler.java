package org.crossface.pathway.oversight.concern;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.oversight.ConcernClosed;
import org.crossface.pathway.oversight.ConcernKind;
import org.crossface.pathway.record.Concerns;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;

/** Takes near misses, and the close of what had to be looked into. */
public final class ConcernCommandHandler {

    private final PathwayRecord pathway;

    public ConcernCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(CloseConcern command, Circumstances given) {
        pathway.judge(CloseConcern.USE_CASE, command, given)
                .record(new ConcernClosed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.concernId(),
                        command.finding(),
                        given.actorId()));
    }

    /** A step that is tried again while its near miss is open is the same near miss; each try is kept as a refusal. */
    @CommandHandler
    void handle(RecordNearMiss command, Circumstances given) {
        var judged = pathway.judge(RecordNearMiss.USE_CASE, command, given);
        boolean known = pathway.state()
                .oversight()
                .concern(ConcernKind.NEAR_MISS, command.caseId())
                .filter(open -> command.command().equals(open.command()))
                .isPresent();
        if (!known) {
            judged.record(Concerns.nearMiss(
                    command.pathwayId(),
                    command.occurredAt(),
                    command.caseId(),
                    command.rule(),
                    command.command(),
                    given));
        }
    }
}
