package org.crossface.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.crossface.platform.loops.Loops;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Decides in which transaction a unit of work is appended: the caller's, one shared with other units, or one of its own. */
final class Appends implements AutoCloseable {

    private final DataSource dataSource;
    private final BatchWriter writer;
    private final @Nullable GroupAppender group;
    private final int mostInGroup;

    private Appends(DataSource dataSource, @Nullable GroupAppender group, int mostInGroup) {
        this.dataSource = dataSource;
        this.writer = new BatchWriter(dataSource, GroupAppend.SEARCH);
        this.group = group;
        this.mostInGroup = mostInGroup;
    }

    static Appends eachAlone(DataSource dataSource) {
        return new Appends(dataSource, null, 0);
    }

    static Appends inGroups(DataSource dataSource, GroupAppend settings, DataSource connections, Loops loops) {
        GroupAppender group = GroupAppender.start(settings, new BatchWriter(connections, GroupAppend.SEARCH), loops);
        return new Appends(dataSource, group, settings.mostEvents());
    }

    @Nullable
    GroupAppender group() {
        return group;
    }

    /**
     * Returns when the unit is durable, or part of the caller's transaction.
     *
     * @return positions of its events
     * @throws AppendFailure if it is certainly not stored, or the caller's transaction is lost
     * @throws IllegalStateException in a transaction on other connections, of which the append cannot be a part
     */
    long[] append(AppendBatch unit) throws AppendFailure {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return join(unit);
        }
        return group != null && unit.size() <= mostInGroup ? group.append(unit) : writer.writeAlone(unit);
    }

    private long[] join(AppendBatch unit) throws AppendFailure {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException(
                        "The thread's transaction does not use the event store's connections, so"
                                + " the events would be stored even if it is rolled back: append outside it");
            }
            long[] positions = BatchWriter.append(connection, List.of(unit));
            AppendingTransaction.mark();
            return positions;
        } catch (SQLException e) {
            throw AppendFailure.of(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    @Override
    public void close() {
        if (group != null) {
            group.close();
        }
    }
}
