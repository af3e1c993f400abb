package org.crossface.platform.api;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The append-only record of who read which patients' data; a read that cannot be recorded fails. */
public interface AccessLog {

    /** Records one request that read patient data; returns only when the row is durable. */
    void record(Access access);

    /**
     * One request that read patient data.
     *
     * @param at domain time
     * @param patientIds the patients that the answer shows; may be empty when a search found nobody
     * @param resource what was read, such as {@code board} or {@code pathway/timeline}
     * @param purpose purpose of use, such as {@code TREAT}
     * @param outcome {@code SHOWN} or {@code DENIED}
     */
    record Access(
            Instant at,
            String actor,
            String role,
            @Nullable String site,
            Set<String> patientIds,
            String resource,
            String purpose,
            String outcome,
            @Nullable String request) {}
}
