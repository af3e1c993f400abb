package org.crossface.coordination.deadlines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.crossface.coordination.projection.Recorded;
import org.crossface.coordination.views.PathwayUpdate;
import org.crossface.coordination.views.PathwayUpdates;
import org.crossface.pathway.followup.DueMessage;
import org.crossface.pathway.followup.LateTask;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.deadlines.Deadlines;
import org.crossface.platform.processing.EventsAlone;
import org.crossface.platform.processing.ProcessorDefaults;
import org.jspecify.annotations.Nullable;

/**
 * Moves the deadline of each pathway of which an event came. It is computed from the state, so that it is right after a correction, a
 * retraction, a death or a withdrawal too; a clinical command costs no statement more. Deadlines and token are written in one transaction.
 */
@ProcessingGroup(PathwayDeadlines.PROCESSOR)
public final class PathwayDeadlines {

    /** Name of the event processor. */
    public static final String PROCESSOR = "deadlines";

    /** Name in the table of the deadlines of what becomes late. */
    public static final String NAME = "pathway";

    /** Name in the table of the deadlines of messages. */
    public static final String MESSAGES = "message";

    private static final int BATCH = 500;

    private final PathwayUpdates updates;
    private final Deadlines deadlines;
    private final Deadlines messages;

    /**
     * @param deadlines of what becomes late
     * @param messages of what is to be sent: a message may wait for the hours in which patients are contacted, and lateness does not
     */
    public PathwayDeadlines(PathwayUpdates updates, Deadlines deadlines, Deadlines messages) {
        this.updates = updates;
        this.deadlines = deadlines;
        this.messages = messages;
    }

    /** Its event processor begins with the first event, since a pathway that nothing happens to has a deadline too. */
    public static ConfigurerModule processing() {
        return configurer -> configurer
                .eventProcessing()
                .registerTrackingEventProcessorConfiguration(
                        PROCESSOR, configuration -> ProcessorDefaults.inBatchesOf(BATCH));
    }

    @EventHandler
    void on(PathwayEvent event, DomainEventMessage<?> message, TrackingToken token, UnitOfWork<?> work) {
        Pending pending = pending(work.root());
        pending.facts
                .computeIfAbsent(event.pathwayId(), id -> new ArrayList<>())
                .add(new PathwayUpdate.Fact(
                        event,
                        new Recorded(
                                message.getSequenceNumber(),
                                token.position().orElse(0),
                                message.getTimestamp(),
                                null,
                                null)));
        if (EventsAlone.isWatching(work)) {
            pending.flush();
        }
    }

    private Pending pending(UnitOfWork<?> root) {
        return root.getOrComputeResource(PROCESSOR, key -> {
            Pending pending = new Pending();
            root.onPrepareCommit(work -> pending.flush());
            return pending;
        });
    }

    /** The pathways of one transaction. */
    private final class Pending {

        private final int generation = updates.generation();
        private final Map<String, List<PathwayUpdate.Fact>> facts = new LinkedHashMap<>();

        private void flush() {
            Map<String, @Nullable Instant> moved = new HashMap<>();
            Map<String, @Nullable Instant> sent = new HashMap<>();
            facts.forEach((pathwayId, each) -> {
                PathwayUpdate update = updates.after(pathwayId, each, generation);
                moved.put(
                        pathwayId,
                        LateTask.next(update.state(), update.policy())
                                .map(LateTask::at)
                                .orElse(null));
                sent.put(
                        pathwayId,
                        DueMessage.next(update.state(), update.policy())
                                .map(DueMessage::at)
                                .orElse(null));
            });
            deadlines.move(moved);
            messages.move(sent);
            facts.clear();
        }
    }
}
