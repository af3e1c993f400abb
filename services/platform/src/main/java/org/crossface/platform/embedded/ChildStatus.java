package org.crossface.platform.embedded;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an embedded server is.
 *
 * @param name of the server
 * @param state what it does now
 * @param since when it came to this state
 * @param pid its process, which has ended unless it runs
 * @param restarts how often it was started again since this program began
 * @param lastEnd the last time that it ended by itself or was killed; null when it never has
 */
public record ChildStatus(
        String name,
        State state,
        Instant since,
        long pid,
        int restarts,
        @Nullable End lastEnd) {

    /** What a child does. */
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
     * An end that nobody asked for.
     *
     * @param exitCode 128 and a signal's number when that ended it
     * @param away until it answered again; null while it does not
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
