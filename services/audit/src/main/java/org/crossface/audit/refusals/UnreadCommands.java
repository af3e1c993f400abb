package org.crossface.audit.refusals;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.crossface.pathway.policy.Policies;
import org.crossface.platform.api.Refusals;
import org.crossface.platform.api.decision.CommandRefused;

/**
 * Keeps the refusal of a command whose body was not read, since the actor's role may not send it: the same row that {@link KeepingRefusals}
 * keeps on the command bus, without the command's content.
 */
public final class UnreadCommands {

    private static final String UNREAD = "{}";

    private final Refusals refusals;
    private final Policies policies;
    private final Clock clock;
    private final Function<String, Optional<String>> patientOfStream;

    /**
     * @param clock domain time
     * @param patientOfStream the patient whom a stream is about
     */
    public UnreadCommands(
            Refusals refusals, Policies policies, Clock clock, Function<String, Optional<String>> patientOfStream) {
        this.refusals = refusals;
        this.policies = policies;
        this.clock = clock;
        this.patientOfStream = patientOfStream;
    }

    /**
     * Keeps a refusal.
     *
     * @param command simple name of its class
     * @param stream that it was for, as the address named it
     * @param actor identifier of the sender
     * @param role name of the role
     */
    public void keep(String command, String stream, CommandRefused refused, String actor, String role, String request) {
        Instant now = clock.instant();
        refusals.keep(new Refusals.Refusal(
                now,
                patientOfStream.apply(stream).orElse(null),
                stream,
                command,
                UNREAD,
                refused.rule(),
                refused.field().orElse(null),
                refused.words(),
                policies.inForceAt(now).version(),
                actor,
                role,
                request));
    }
}
