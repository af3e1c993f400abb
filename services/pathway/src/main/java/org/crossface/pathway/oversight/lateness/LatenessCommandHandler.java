package org.crossface.pathway.oversight.lateness;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.followup.LateTask;
import org.crossface.pathway.oversight.TaskEscalated;
import org.crossface.pathway.oversight.TaskOverdue;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PathwayEvent;

/** Takes the command that a passed deadline sends. */
public final class LatenessCommandHandler {

    private final PathwayRecord pathway;

    public LatenessCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    /**
     * In order of time: what the first one changes decides what comes next.
     *
     * @return when something becomes late next, unless an event comes before; the sender need not read the pathway for it
     */
    @CommandHandler
    Optional<Instant> handle(RecordLateness command, Circumstances given) {
        var judged = pathway.judge(RecordLateness.USE_CASE, command, given);
        Instant until = command.occurredAt().toInstant();
        Optional<LateTask> next = LateTask.next(pathway.state(), given.policy());
        while (next.filter(late -> !late.at().isAfter(until)).isPresent()) {
            judged.record(fact(next.get(), command, given));
            next = LateTask.next(pathway.state(), given.policy());
        }
        return next.map(LateTask::at);
    }

    private PathwayEvent fact(LateTask late, RecordLateness command, Circumstances given) {
        PathwayState state = pathway.state();
        ZoneId zone = state.intake().zoneId();
        OffsetDateTime since = late.at().atZone(zone).toOffsetDateTime();
        OffsetDateTime found = command.occurredAt().toInstant().atZone(zone).toOffsetDateTime();
        String factId = given.ids().next();
        return late.told()
                .<PathwayEvent>map(told -> new TaskEscalated(
                        command.pathwayId(),
                        factId,
                        found,
                        late.task().code(),
                        late.task().key(),
                        late.step(),
                        told.role(),
                        told.who(),
                        since))
                .orElseGet(() -> new TaskOverdue(
                        command.pathwayId(),
                        factId,
                        found,
                        late.task().code(),
                        late.task().key(),
                        since));
    }
}
