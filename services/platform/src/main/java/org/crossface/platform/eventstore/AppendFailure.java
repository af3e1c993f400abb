package org.crossface.platform.eventstore;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A failed append, and what is known of its outcome. */
final class AppendFailure extends Exception {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DEADLOCK = "40P01";
    private static final String NOT_CONNECTED = "08001";
    private static final String OUT_OF_MEMORY = "53200";

    /** Whether the events are stored. */
    enum Outcome {
        /** Certainly not stored: the server was not reached, or has refused and rolled back. */
        ABSENT,
        /** The connection was lost after the statement may have been sent. */
        UNKNOWN
    }

    private final Outcome outcome;
    private final boolean serverAtFault;
    private final SQLException failure;

    private AppendFailure(Outcome outcome, boolean serverAtFault, SQLException failure) {
        super(failure);
        this.outcome = outcome;
        this.serverAtFault = serverAtFault;
        this.failure = failure;
    }

    /** There was no connection, so nothing was sent. */
    static AppendFailure unconnected(SQLException failure) {
        return new AppendFailure(Outcome.ABSENT, true, failure);
    }

    /** Nothing was sent, because the database did not answer an earlier unit of the same group. */
    static AppendFailure unsent(Throwable cause) {
        return unconnected(new SQLException("The database does not answer, so nothing was sent", NOT_CONNECTED, cause));
    }

    /** The statement, or the commit that followed it, failed. */
    static AppendFailure of(SQLException failure) {
        String state = failure.getSQLState();
        boolean lost = state == null || state.startsWith("08") || state.startsWith("57P");
        return new AppendFailure(lost ? Outcome.UNKNOWN : Outcome.ABSENT, lost || isOfTheServer(state), failure);
    }

    /**
     * Out of disk or connections, read only, or without the table: any other append would fail the same way. Out of memory (53200) and an
     * internal error (XX) are not among these, since one huge unit can cause them.
     */
    private static boolean isOfTheServer(String state) {
        return (state.startsWith("53") && !OUT_OF_MEMORY.equals(state))
                || state.startsWith("58")
                || state.startsWith("25")
                || state.startsWith("42");
    }

    Outcome outcome() {
        return outcome;
    }

    /** Whether the cause is the server and not these events. */
    boolean isServerAtFault() {
        return serverAtFault;
    }

    /** Whether every attempt to append these events would fail: they are broken, too large, or in conflict with stored events. */
    boolean isOfTheData() {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    SQLException failure() {
        return failure;
    }

    boolean isDuplicate() {
        return UNIQUE_VIOLATION.equals(failure.getSQLState());
    }

    boolean isDeadlock() {
        return DEADLOCK.equals(failure.getSQLState());
    }

    /** The unique constraint that was violated, if the server named one. */
    @Nullable
    String constraint() {
        ServerErrorMessage message = failure instanceof PSQLException own ? own.getServerErrorMessage() : null;
        return message == null ? null : message.getConstraint();
    }
}
