package org.crossface.coordination.views;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.crossface.coordination.ViewChanged;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.projection.Recorded;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.processing.EventsAlone;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Feeds the {@link Projector} of one bundle from the event store. It receives every event, even one that no view shows, so the recorded
 * position follows the token. Rows, position and token are written in one transaction. Subscribers are notified after the commit.
 */
public final class ViewProjection {

    /** The view of changes of patients; changes of all other views are of pathways. */
    private static final String PATIENT = "patient";

    private final String pendingKey;
    private final Bundle bundle;
    private final Projector projector;
    private final ViewChanges changes;
    private final Runnable enter;
    private final @Nullable ServingViews serving;

    private ViewProjection(
            Bundle bundle, Projector projector, ViewChanges changes, Runnable enter, @Nullable ServingViews serving) {
        this.pendingKey = ViewProjection.class.getName() + "/" + bundle.name();
        this.bundle = bundle;
        this.projector = projector;
        this.changes = changes;
        this.enter = enter;
        this.serving = serving;
    }

    /** Writes the serving views of a bundle and notifies {@code changes}. */
    static ViewProjection serving(Bundle bundle, Projector projector, JdbcTemplate jdbc, ViewChanges changes) {
        return new ViewProjection(bundle, projector, changes, () -> {}, new ServingViews(jdbc, bundle));
    }

    /**
     * Writes the views of a build, without notifications. Several segments may run at once, each with its own patients.
     *
     * @param enter called at the beginning of each transaction
     */
    public static ViewProjection building(Bundle bundle, Projector projector, Runnable enter) {
        return new ViewProjection(bundle, projector, ViewChanges.ofOneNode(), enter, null);
    }

    /** The bundle whose views it writes. */
    public Bundle bundle() {
        return bundle;
    }

    /**
     * Records the position of every event, including events that are enqueued behind a dead letter and never reach the handler; otherwise
     * reported progress would stop there.
     */
    MessageHandlerInterceptor<EventMessage<?>> noting() {
        return (work, chain) -> {
            if (work.getMessage() instanceof TrackedEventMessage<?> event) {
                pending(work.root()).position =
                        event.trackingToken().position().orElseThrow(ViewProjection::noPosition);
            }
            return chain.proceed();
        };
    }

    private static IllegalStateException noPosition() {
        return new IllegalStateException("The event store gives every event a position");
    }

    @EventHandler
    void on(EventMessage<?> message, TrackingToken token, UnitOfWork<?> work) {
        long position = token.position().orElseThrow(ViewProjection::noPosition);
        Pending pending = pending(work.root());
        pending.position = position;
        try {
            take(message, position, pending.batch);
            if (EventsAlone.isWatching(work)) {
                flush(pending);
            }
        } catch (RuntimeException failed) {
            // Drops the rows of the failed event; those of the events before it have been written.
            pending.batch = projector.begin();
            throw failed;
        }
    }

    private static void take(EventMessage<?> message, long position, Projector.Batch batch) {
        if (message.getPayload() instanceof PatientEvent event) {
            batch.take(event, position);
        }
        if (message instanceof DomainEventMessage<?> domain && domain.getPayload() instanceof PathwayEvent event) {
            batch.take(
                    event,
                    new Recorded(
                            domain.getSequenceNumber(),
                            position,
                            domain.getTimestamp(),
                            text(domain, Metadata.ACTOR),
                            text(domain, Metadata.ROLE)));
        }
    }

    /** A build sends no notifications. */
    private void flush(Pending pending) {
        List<Change> changed = pending.batch.flush();
        if (serving != null) {
            changed.forEach(pending::changed);
        }
    }

    /** The changes of one transaction, written and published once for all its events. */
    private final class Pending {

        private final Map<String, ViewChanged> changed = new LinkedHashMap<>();
        private Projector.Batch batch = projector.begin();
        private long position = -1;

        private void changed(Change change) {
            switch (change) {
                case Change.OfPathway(PathwayEvent event, long at) ->
                    bundle.views().stream()
                            .filter(view -> view.shows(event))
                            .forEach(view -> tell(view.name(), event.pathwayId(), at));
                // Pages with the name must reload it.
                case Change.OfPatient(PatientEvent event, List<String> pathwayIds, long at) -> {
                    bundle.view(PATIENT).ifPresent(view -> tell(view.name(), event.patientId(), at));
                    bundle.views().stream()
                            .filter(View::showsNames)
                            .forEach(view -> pathwayIds.forEach(pathwayId -> tell(view.name(), pathwayId, at)));
                }
            }
        }

        private void tell(String view, String id, long at) {
            changed.merge(view + "/" + id, new ViewChanged(view, id, at), ViewProjection::newer);
        }
    }

    private static ViewChanged newer(ViewChanged one, ViewChanged other) {
        return one.position() < other.position() ? other : one;
    }

    private Pending pending(UnitOfWork<?> root) {
        return root.getOrComputeResource(pendingKey, key -> {
            enter.run();
            Pending pending = new Pending();
            root.onPrepareCommit(work -> {
                flush(pending);
                if (serving != null) {
                    serving.reached(pending.position);
                }
                changes.record(pending.changed.values());
                root.onRollback(undone -> changes.doubt());
            });
            root.afterCommit(work -> changes.publish(bundle.name(), pending.changed.values(), pending.position));
            return pending;
        });
    }

    private static @Nullable String text(EventMessage<?> message, String key) {
        Object value = message.getMetaData().get(key);
        return value == null ? null : value.toString();
    }
}
