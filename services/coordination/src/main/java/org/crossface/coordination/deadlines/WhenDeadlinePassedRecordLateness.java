package org.crossface.coordination.deadlines;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.oversight.lateness.RecordLateness;
import org.crossface.platform.api.Role;
import org.crossface.platform.deadlines.Deadline;
import org.crossface.platform.deadlines.DeadlineHandler;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.CommandsInWork;
import org.crossface.platform.dispatch.Envelope;

/**
 * Asks the pathway whose deadline has passed to record what is late. The aggregate decides by its own state and the same function, so that a
 * deadline that was handled twice, or that an event had moved, records nothing.
 */
public final class WhenDeadlinePassedRecordLateness implements DeadlineHandler {

    private static final String ACTOR = "follow-up";

    private final CommandDispatch dispatch;

    public WhenDeadlinePassedRecordLateness(CommandDispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public Optional<Instant> passed(Deadline deadline) {
        Object next = dispatch.ask(
                new RecordLateness(deadline.key(), deadline.now().atOffset(ZoneOffset.UTC)),
                Envelope.of(ACTOR, Role.SYSTEM, "crossface", CommandsInWork.SCHEDULER, "TREAT", requestOf(deadline))
                        .noting(CircumstancesResolver.NOW, deadline.now().toString()));
        if (next instanceof Optional<?> known) {
            return known.map(Instant.class::cast);
        }
        throw new IllegalStateException("The pathway did not say when it has to be asked again");
    }

    /** The same for the same deadline, so that what it caused can be found. */
    private static String requestOf(Deadline deadline) {
        String whole = deadline.key() + ' ' + deadline.at();
        return "deadline-" + UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }
}
