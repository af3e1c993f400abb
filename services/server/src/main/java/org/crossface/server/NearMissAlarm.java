package org.crossface.server;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.crossface.pathway.oversight.concern.NearMisses;
import org.crossface.pathway.oversight.concern.RecordNearMiss;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.dispatch.Envelope.Idempotency;
import org.crossface.platform.dispatch.Receipt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records a near miss after the command bus has refused a step by a rule against operating on the wrong side. The refused command changes
 * nothing and its unit of work is over; the near miss is a command of its own. If it cannot be recorded, the refusal is still told, and
 * kept as every other.
 */
final class NearMissAlarm implements CommandDispatch {

    private static final Logger LOG = LoggerFactory.getLogger(NearMissAlarm.class);

    private final CommandDispatch dispatch;
    private final Clock clock;

    /**
     * @param dispatch hands on every command
     * @param clock domain time
     */
    NearMissAlarm(CommandDispatch dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @Override
    public Receipt send(Object command, Envelope envelope) {
        try {
            return dispatch.send(command, envelope);
        } catch (CommandRefused refused) {
            NearMisses.in(command, refused, OffsetDateTime.now(clock))
                    .ifPresent(nearMiss -> record(nearMiss, envelope));
            throw refused;
        }
    }

    /** What a deadline asks is never a step on the wrong side. */
    @Override
    public @Nullable Object ask(Object command, Envelope envelope) {
        return dispatch.ask(command, envelope);
    }

    private void record(RecordNearMiss nearMiss, Envelope refused) {
        Envelope own = Envelope.of(
                        "near-miss-alarm",
                        Role.SYSTEM,
                        refused.organisation(),
                        "INTERFACE",
                        "HQUALIMP",
                        refused.request())
                .actingFor(refused.actor());
        Idempotency request = refused.idempotency();
        try {
            dispatch.send(nearMiss, request == null ? own : own.idempotent(alarmOf(request)));
        } catch (RuntimeException failed) {
            LOG.warn(
                    "A near miss in pathway {} could not be recorded; the refusal is kept",
                    nearMiss.pathwayId(),
                    failed);
        }
    }

    /** A request that is sent again is refused again, and was one near miss. */
    private static Idempotency alarmOf(Idempotency request) {
        String whole = request.key() + '\n' + request.route() + '\n' + request.bodyHash();
        UUID key = UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
        return new Idempotency("near-miss-" + key, request.route(), request.bodyHash());
    }
}
