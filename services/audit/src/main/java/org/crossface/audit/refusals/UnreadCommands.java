package org.crossface.audit.refusals;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.crossface.pathway.policy.Policies;
import org.crossface.platform.api.Refusals;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.dispatch.Envelope;

/**
 * Keeps the refusal of a command whose body was not read, since the actor's role may not send it: the same row that {@link KeepingRefusals}
 * keeps on the command bus, without the command's content.
 */
public final class UnreadCommands {

    private static final String UNREAD = "{}";

    private final Refusals refusals;
    private final Policies policies;
    private final Clock clock;
    private final Function<String, StreamSubject> subjectOfStream;

    /**
     * @param clock domain time
     * @param subjectOfStream whom a stream is about, and where
     */
    public UnreadCommands(
            Refusals refusals, Policies policies, Clock clock, Function<String, StreamSubject> subjectOfStream) {
        this.refusals = refusals;
        this.policies = policies;
        this.clock = clock;
        this.subjectOfStream = subjectOfStream;
    }

    /**
     * Keeps a refusal.
     *
     * @param command simple name of its class
     * @param stream that it was for, as the address named it
     * @param sender who sent it; its purpose is empty when none was named
     */
    public void keep(String command, String stream, CommandRefused refused, Envelope sender) {
        Instant now = clock.instant();
        StreamSubject subject = subjectOfStream.apply(stream);
        refusals.keep(new Refusals.Refusal(
                now,
                subject.patientId(),
                stream,
                command,
                UNREAD,
                refused.rule(),
                refused.field().orElse(null),
                refused.words(),
                policies.inForceAt(now).version(),
                sender.actor(),
                sender.role().name(),
                sender.purpose(),
                subject.sites("", sender.sites()),
                sender.request()));
    }
}
