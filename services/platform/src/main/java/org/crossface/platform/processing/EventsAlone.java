package org.crossface.platform.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Keeps the partial writes of a failing handler out of the batch. A batch is one transaction: what a handler wrote before it failed would
 * be committed with the dead letter, and after a failed statement PostgreSQL refuses every other statement, even the insert of the dead
 * letter.
 *
 * <p>A savepoint before each event costs two round trips, so there is none until a batch has failed. That batch is rolled back; then, up to
 * where it reached, each event has a savepoint, and a failure undoes what its own event has written, no more and no less. Batches are short
 * there ({@link ShortBatches}), so that a large one that is repeated event by event does not outlast the claim of its segment.
 *
 * <p>A failure of the surroundings ({@link PassingFailure}) makes no dead letter: for a minute the batch is rolled back each time, and the
 * processor tries again after growing pauses.
 */
public final class EventsAlone implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final String SAVEPOINT = "before_event";
    private static final String WATCHING = EventsAlone.class.getName() + ".watching";
    private static final String REGISTERED = EventsAlone.class.getName() + ".registered";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ConnectionProvider connections;
    private final String segmentKey;
    private final String tokenKey;

    /** Up to which position the events of a segment have a savepoint each. */
    private final Map<Integer, Long> watchedUntil = new ConcurrentHashMap<>();

    private final Patience patience = new Patience(PATIENCE, System::nanoTime);

    /** @param processor name of the processor; the unit of work keeps segment and token of its batch under this name */
    EventsAlone(ConnectionProvider connections, String processor) {
        this.connections = connections;
        this.segmentKey = "Processor[" + processor + "]/SegmentId";
        this.tokenKey = "Processor[" + processor + "]/Token";
    }

    /**
     * True while events are handled one by one, each with its own savepoint. Handlers must then write immediately, not at the end of the
     * batch.
     */
    public static boolean isWatching(UnitOfWork<?> work) {
        return work.root().getResource(WATCHING) != null;
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain) throws Exception {
        UnitOfWork<?> root = work.root();
        root.getOrComputeResource(REGISTERED, key -> {
            root.onRollback(rolledBack -> watchAgain(root));
            root.afterCommit(committed -> restorePatience(root));
            return Boolean.TRUE;
        });
        if (!hasToBeAlone(root, work.getMessage())) {
            return chain.proceed();
        }
        execute("SAVEPOINT " + SAVEPOINT);
        root.resources().put(WATCHING, this);
        try {
            Object result = chain.proceed();
            execute("RELEASE SAVEPOINT " + SAVEPOINT);
            return result;
        } finally {
            root.resources().remove(WATCHING);
        }
    }

    private void watchAgain(UnitOfWork<?> failed) {
        if (failed.getResource(segmentKey) instanceof Integer segment
                && failed.getResource(tokenKey) instanceof TrackingToken last) {
            watchedUntil.merge(segment, last.position().orElse(Long.MAX_VALUE), Math::max);
        }
    }

    private void restorePatience(UnitOfWork<?> committed) {
        if (committed.getResource(segmentKey) instanceof Integer segment) {
            patience.restore(segment);
        }
    }

    /** Outside a batch, as in a retry of a dead letter, a savepoint slows nothing down. */
    private boolean hasToBeAlone(UnitOfWork<?> root, EventMessage<?> message) {
        if (!(root.getResource(segmentKey) instanceof Integer segment)) {
            return true;
        }
        Long until = watchedUntil.get(segment);
        if (until == null || position(message) <= until) {
            return until != null;
        }
        watchedUntil.remove(segment);
        return false;
    }

    /** Whether the event at this position is part of a batch that has failed, in whichever segment. */
    boolean isWatched(EventMessage<?> message) {
        return watchedUntil.values().stream().anyMatch(until -> position(message) <= until);
    }

    private static long position(EventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(0)
                : 0;
    }

    /** Whether the whole batch should be tried again a little later, since the failure is not the event's. */
    static boolean waitsFor(Throwable failure) {
        return CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().root().getResource(WATCHING) instanceof EventsAlone watching
                && CurrentUnitOfWork.get().root().getResource(watching.segmentKey) instanceof Integer segment
                && PassingFailure.is(failure)
                && watching.patience.lasts(segment);
    }

    /**
     * Undoes what the handler has written for the current event, so that a dead letter can be written instead.
     *
     * @return false if there is no savepoint, so that the whole batch has to be rolled back
     */
    static boolean undoEvent() {
        if (CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().root().getResource(WATCHING) instanceof EventsAlone watching) {
            watching.execute("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
            return true;
        }
        return false;
    }

    private void execute(String sql) {
        try {
            Connection connection = connections.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } finally {
                // Returned to the unit of work, which closes it at its end.
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot execute " + sql, e);
        }
    }
}
