package org.crossface.platform.processing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Begins each batch of a processor: takes the shared fence and reads which of its sequences are blocked. Within the batch no other
 * transaction can block one, so most events cost no query. A dead letter that was not written through this node (by a build of the views
 * that took over, or by another node that had the segment meanwhile) is seen by the next batch. Axon's own cache of blocked sequences lasts
 * as long as a segment's claim and does not learn of such dead letters.
 */
final class BatchBegin implements MessageHandlerInterceptor<EventMessage<?>> {

    /** Most blocked sequences that are kept in memory; if there are more, each event costs a query. */
    private static final int MOST = 1_000;

    /**
     * Two statements in one round trip, each with its own snapshot. The query goes from one sequence to the next by the index, so that long
     * sequences cost no more than short ones.
     */
    private static final String ENTER_AND_LOOK = BatchFence.ENTER + """
            ;
            WITH RECURSIVE blocked (sequence) AS (
              (SELECT sequence_identifier FROM processing.dead_letter WHERE processing_group = ?
                ORDER BY sequence_identifier LIMIT 1)
              UNION ALL
              SELECT (SELECT l.sequence_identifier FROM processing.dead_letter l
                       WHERE l.processing_group = ? AND l.sequence_identifier > b.sequence
                       ORDER BY l.sequence_identifier LIMIT 1)
                FROM blocked b WHERE b.sequence IS NOT NULL)
            SELECT sequence FROM blocked WHERE sequence IS NOT NULL LIMIT ?""";

    private final ConnectionProvider connections;
    private final String processor;
    private final String key;

    BatchBegin(ConnectionProvider connections, String processor) {
        this.connections = connections;
        this.processor = processor;
        this.key = key(processor);
    }

    private static String key(String processor) {
        return BatchBegin.class.getName() + "/" + processor;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain)
            throws Exception {
        UnitOfWork<?> root = work.root();
        // Not in computeIfAbsent on the unit of work's resources: opening the connection may add a resource to the same
        // map.
        if (root.getResource(key) == null) {
            root.resources().put(key, begin());
        }
        return chain.proceed();
    }

    private Blocked begin() {
        // Returned to the unit of work, which closes it at its end.
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(ENTER_AND_LOOK)) {
            statement.setInt(1, BatchFence.BATCHES);
            statement.setInt(2, BatchFence.keyOf(processor));
            statement.setString(3, processor);
            statement.setString(4, processor);
            statement.setInt(5, MOST + 1);
            statement.execute();
            return blocked(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot begin a batch of " + processor, e);
        }
    }

    private static Blocked blocked(PreparedStatement answered) throws SQLException {
        if (!answered.getMoreResults()) {
            throw new SQLException("Two statements have only one result");
        }
        Set<String> found = new HashSet<>();
        try (ResultSet sequences = answered.getResultSet()) {
            while (sequences.next()) {
                found.add(sequences.getString(1));
            }
        }
        return new Blocked(found, found.size() <= MOST);
    }

    /**
     * The blocked sequences of a processor, as known to the batch.
     *
     * @param sequences those that were blocked when the batch began, and those that it has blocked since
     * @param complete whether these are all
     */
    record Blocked(Set<String> sequences, boolean complete) {

        /** Those of this processor's running batch on this thread; empty outside a batch. */
        static Optional<Blocked> ofBatch(String processor) {
            return CurrentUnitOfWork.isStarted()
                    ? Optional.ofNullable(CurrentUnitOfWork.get().root().getResource(key(processor)))
                    : Optional.empty();
        }

        /** Whether a sequence may be blocked; if not, it certainly is not. */
        boolean mayContain(String sequence) {
            return !complete || sequences.contains(sequence);
        }
    }
}
