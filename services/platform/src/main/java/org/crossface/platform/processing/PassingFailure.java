package org.crossface.platform.processing;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.crossface.platform.eventstore.AppendOutcomeUnknown;
import org.crossface.platform.eventstore.AppendRefused;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Failures of the surroundings, not of the event: a later attempt at the same event is likely to succeed. */
public final class PassingFailure {

    private static final List<Class<? extends Throwable>> KINDS = List.of(
            TransientDataAccessException.class,
            DataAccessResourceFailureException.class,
            SQLTransientException.class,
            SQLRecoverableException.class,
            AppendRefused.class,
            AppendOutcomeUnknown.class,
            ConcurrencyException.class,
            TimeoutException.class,
            InterruptedException.class);

    /**
     * Classes of SQLSTATE: connection, serialization and deadlock, too few resources, lock timeouts, cancelled statements, server shutting
     * down.
     */
    private static final List<String> STATES = List.of("08", "40", "53", "55P03", "57");

    private static final int DEEPEST = 20;

    private PassingFailure() {}

    /** Whether it, or one of its causes, is one. */
    public static boolean is(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            if (isOne(each)) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }

    private static boolean isOne(Throwable failure) {
        String state = failure instanceof SQLException sql ? sql.getSQLState() : null;
        return KINDS.stream().anyMatch(kind -> kind.isInstance(failure))
                || (state != null && STATES.stream().anyMatch(state::startsWith));
    }
}
