package org.crossface.pathway.oversight.sending;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.correspondence.Correspondence.Course;
import org.crossface.pathway.correspondence.MessageDelivered;
import org.crossface.pathway.correspondence.MessageFailed;
import org.crossface.pathway.correspondence.MessageFailure;
import org.crossface.pathway.correspondence.MessageRequested;
import org.crossface.pathway.followup.DueMessage;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;

/** Takes the commands about messages, which only Crossface itself sends. */
public final class SendingCommandHandler {

    private final PathwayRecord pathway;

    public SendingCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(RequestMessages command, Circumstances given) {
        var judged = pathway.judge(RequestMessages.USE_CASE, command, given);
        Instant now = command.occurredAt().toInstant();
        Optional<DueMessage> next = DueMessage.next(pathway.state(), given.policy(), now);
        while (next.filter(message -> !message.at().isAfter(now)).isPresent()) {
            judged.record(requested(next.get(), now, command, given));
            next = DueMessage.next(pathway.state(), given.policy(), now);
        }
    }

    private MessageRequested requested(DueMessage due, Instant now, RequestMessages command, Circumstances given) {
        ZoneId zone = pathway.state().intake().zoneId();
        Instant useless = now.plus(given.policy().durationOf(Threshold.MESSAGE_VALID_HOURS));
        Instant ends = due.task().endsAt();
        Instant until = ends == null || useless.isBefore(ends) ? useless : ends;
        return new MessageRequested(
                command.pathwayId(),
                given.ids().next(),
                at(now, zone),
                due.task().code(),
                due.task().key(),
                due.message(),
                due.message().isToPatient() ? null : due.task().owner(),
                at(due.since(), zone),
                at(until, zone));
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    /** A message that was sent again after it had failed can still be delivered; one that was delivered cannot fail. */
    @CommandHandler
    void handle(RecordMessageOutcome command, Circumstances given) {
        var judged = pathway.judge(RecordMessageOutcome.USE_CASE, command, given);
        Optional<Course> course = pathway.state().correspondence().courseOf(command.messageId());
        MessageFailure reason = command.reason();
        if (reason == null && course.filter(known -> known != Course.DELIVERED).isPresent()) {
            judged.record(new MessageDelivered(
                    command.pathwayId(), given.ids().next(), command.occurredAt(), command.messageId()));
        }
        if (reason != null && course.filter(known -> known == Course.REQUESTED).isPresent()) {
            judged.record(new MessageFailed(
                    command.pathwayId(), given.ids().next(), command.occurredAt(), command.messageId(), reason));
        }
    }
}
