package org.crossface.platform.eventstore;

import java.sql.SQLException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a violated unique constraint by its SQLSTATE. Axon's own resolver looks for a subclass of {@link SQLException} that
 * PostgreSQL's driver never throws, so a lost race would not be recognised.
 */
public final class DuplicateKeyResolver implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public boolean isDuplicateKeyViolation(@Nullable Exception exception) {
        Throwable cause = exception;
        while (cause != null) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
