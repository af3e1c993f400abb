package org.crossface.coordination.deadlines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.crossface.pathway.followup.Passing;
import org.crossface.pathway.oversight.lateness.RecordLateness;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.usecase.Recording;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.deadlines.Deadlines;
import org.crossface.platform.dispatch.CommandsInWork;
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

    private static final Set<Class<?>> LATENESS = RecordLateness.USE_CASE.recordings().stream()
            .<Class<?>>map(Recording::event)
            .collect(Collectors.toUnmodifiableSet());

    private final PathwayUpdates updates;
    private final Policies policies;
    private final Deadlines deadlines;
    private final Deadlines messages;

    /**
     * @param deadlines of what becomes late
     * @param messages of what is to be sent: a message may wait for the hours in which patients are contacted, and lateness does not
     */
    public PathwayDeadlines(PathwayUpdates updates, Policies policies, Deadlines deadlines, Deadlines messages) {
        this.updates = updates;
        this.policies = policies;
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
        if (!LATENESS.contains(event.getClass())
                || !CommandsInWork.SCHEDULER.equals(message.getMetaData().get(Metadata.SOURCE))) {
            pending.moving.add(event.pathwayId());
        }
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

        /** Those of which anything came besides what their deadline itself has recorded: the loop sets the next one then. */
        private final Set<String> moving = new LinkedHashSet<>();

        private void flush() {
            if (!moving.isEmpty()) {
                Map<String, @Nullable Instant> moved = new HashMap<>();
                Map<String, @Nullable Instant> sent = new HashMap<>();
                // The version that is in force when the deadline comes; the newest fact may have happened under another
                // one.
                Policy policy = policies.inForceAt(deadlines.now());
                moving.forEach(pathwayId -> {
                    PathwayUpdate update =
                            updates.after(pathwayId, facts.getOrDefault(pathwayId, List.of()), generation);
                    moved.put(
                            pathwayId,
                            Passing.next(update.state(), policy)
                                    .map(Passing::at)
                                    .orElse(null));
                    sent.put(
                            pathwayId,
                            DueMessage.next(update.state(), policy)
                                    .map(DueMessage::at)
                                    .orElse(null));
                });
                deadlines.move(moved);
                messages.move(sent);
            }
            facts.clear();
            moving.clear();
        }
    }
}
