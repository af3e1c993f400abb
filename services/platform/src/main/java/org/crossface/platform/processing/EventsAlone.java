package org.crossface.platform.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Keeps what a failing handler has half done out of the batch. A batch is one transaction: what a handler wrote before it failed would be
 * committed with the letter, and after a failed statement PostgreSQL takes no other, not even the letter.
 *
 * <p>A savepoint before each event costs two round trips, so there is none until a batch has failed. That batch is rolled back; then, for
 * a while, each event has a savepoint, and a failure undoes what its own event has written, no more and no less.
 */
public final class EventsAlone implements MessageHandlerInterceptor<EventMessage<?>> {

    /** So many events have a savepoint after a failed batch. */
    static final int WATCHED = 5 * ProcessorDefaults.BATCH_SIZE;

    private static final String SAVEPOINT = "before_event";
    private static final String WATCHING = EventsAlone.class.getName() + ".watching";
    private static final String REGISTERED = EventsAlone.class.getName() + ".registered";

    private final ConnectionProvider connections;
    private final AtomicInteger watched = new AtomicInteger();

    EventsAlone(ConnectionProvider connections) {
        this.connections = connections;
    }

    /** Whether the event at hand has a savepoint: then a handler must not leave work for the end of the batch. */
    public static boolean isWatching(UnitOfWork<?> work) {
        return work.root().getResource(WATCHING) != null;
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain) throws Exception {
        UnitOfWork<?> root = work.root();
        root.getOrComputeResource(REGISTERED, key -> {
            root.onRollback(rolledBack -> watched.set(WATCHED));
            return Boolean.TRUE;
        });
        if (watched.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
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

    /**
     * Undoes what the event at hand has written, so that a letter can be written in its place.
     *
     * @return false if there is no savepoint to go back to, so that the whole batch has to be rolled back
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
                // Given back to the unit of work, which closes it at its end.
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot execute " + sql, e);
        }
    }
}
