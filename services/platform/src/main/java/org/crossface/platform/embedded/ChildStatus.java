package org.crossface.platform.embedded;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of an embedded server.
 *
 * @param name of the server
 * @param state its current state
 * @param since when it entered this state
 * @param pid its process id; the process has ended unless the server runs
 * @param restarts how often it was started again since this program began
 * @param lastEnd the last time that it ended by itself or was killed; null when it never did
 */
public record ChildStatus(
        String name,
        State state,
        Instant since,
        long pid,
        int restarts,
        @Nullable End lastEnd) {

    /** The states of a child. */
    public enum State {
        /** It runs and answers. */
        RUNNING,
        /** It runs and gives no sign of life. */
        SILENT,
        /** It has ended and is being started again. */
        RESTARTING,
        /** It was stopped, or is about to be, and is not started again. */
        STOPPED
    }

    /**
     * An end that was not requested.
     *
     * @param exitCode 128 and a signal's number when that ended it
     * @param away time until it answered again; null while it does not
     * @param failedAttempts to start it again, one after the other
     * @param fault why the latest of them failed; null when none has
     */
    public record End(
            Instant at,
            int exitCode,
            @Nullable Duration away,
            int failedAttempts,
            @Nullable String fault) {}
}
