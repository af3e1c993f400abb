package org.crossface.coordination.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import org.crossface.platform.processing.BatchFence;
import org.crossface.platform.processing.DeadLetters;
import org.crossface.platform.schema.GuardedSession;
import org.crossface.platform.schema.PostgresEndpoint;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;

/** Work in one transaction of the database role that owns the schemas. */
@FunctionalInterface
interface OwnersWork {

    /** Does the work; returns whether it changed anything. */
    boolean in(JdbcTemplate owner);

    /** Does the work in a transaction of its own. */
    static boolean transact(PostgresEndpoint endpoint, OwnersWork work) {
        try (Connection connection = GuardedSession.ofOwner(endpoint)) {
            connection.setAutoCommit(false);
            boolean result = work.in(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException("The owner of the views cannot do this: " + e.getMessage(), e);
        }
    }

    /** The fence of a processor, for the owner's transaction. */
    static BatchFence fence(JdbcTemplate owner, String processor) {
        return BatchFence.of(JdbcClient.create(owner), processor);
    }

    /** Dead letters, in the owner's transaction. */
    static DeadLetters letters(JdbcTemplate owner) {
        return new DeadLetters(JdbcClient.create(owner), TransactionOperations.withoutTransaction());
    }
}
