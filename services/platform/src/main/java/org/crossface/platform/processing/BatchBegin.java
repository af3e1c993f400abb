package org.crossface.platform.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Begins each batch of a processor: behind its fence, and with a look at which of its sequences are blocked. Within the batch nobody else
 * can block one, so most events cost no query; and a letter that came in any other way than through this node (a build of the views that
 * took over, another node that had the segment meanwhile) is seen by the next batch. Axon's own memory of blocked sequences lasts as long
 * as a segment's claim, and knows nothing of such letters.
 */
final class BatchBegin implements MessageHandlerInterceptor<EventMessage<?>> {

    /** So many blocked sequences are remembered; where there are more, each event is looked up. */
    private static final int MOST = 1_000;

    /** Goes from one sequence to the next by the index, so that long ones cost no more than short ones. */
    private static final String BLOCKED = """
            WITH RECURSIVE blocked (sequence) AS (
              (SELECT sequence_identifier FROM processing.dead_letter WHERE processing_group = :processor
                ORDER BY sequence_identifier LIMIT 1)
              UNION ALL
              SELECT (SELECT l.sequence_identifier FROM processing.dead_letter l
                       WHERE l.processing_group = :processor AND l.sequence_identifier > b.sequence
                       ORDER BY l.sequence_identifier LIMIT 1)
                FROM blocked b WHERE b.sequence IS NOT NULL)
            SELECT sequence FROM blocked WHERE sequence IS NOT NULL LIMIT :most""";

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
        work.root().getOrComputeResource(key, absent -> begin());
        return chain.proceed();
    }

    private Blocked begin() {
        try {
            // Given back to the unit of work, which closes it at its end.
            try (Connection connection = connections.getConnection()) {
                JdbcClient jdbc = JdbcClient.create(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
                BatchFence.of(jdbc, processor).enter();
                return blocked(jdbc);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot begin a batch of " + processor, e);
        }
    }

    private Blocked blocked(JdbcClient jdbc) {
        List<String> found = jdbc.sql(BLOCKED)
                .param("processor", processor)
                .param("most", MOST + 1)
                .query(String.class)
                .list();
        return new Blocked(new HashSet<>(found), found.size() <= MOST);
    }

    /**
     * The blocked sequences of a processor, as the batch knows them.
     *
     * @param sequences those that were blocked when it began, and those that it has blocked since
     * @param complete whether these are all
     */
    record Blocked(Set<String> sequences, boolean complete) {

        /** Of the batch of this processor that is under way on this thread; empty outside of one. */
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
