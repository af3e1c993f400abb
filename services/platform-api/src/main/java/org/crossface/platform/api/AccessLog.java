package org.crossface.platform.api;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The append-only record of reads of patient data; a read that cannot be recorded fails. */
public interface AccessLog {

    /** Outcome of a request that was answered. */
    String SHOWN = "SHOWN";

    /** Outcome of a request that was refused. */
    String DENIED = "DENIED";

    /** Records one request that read patient data; returns only when the row is durable. */
    void record(Access access);

    /**
     * One request that read patient data, or tried to read or write about a patient outside its actor's sites.
     *
     * @param at domain time
     * @param siteIds the sites of the cases that the answer shows or that were requested
     * @param patientIds the patients that the answer shows; may be empty when a search found no patient
     * @param resource the resource that was read, such as {@code board} or {@code pathway/timeline}
     * @param purpose purpose of use, such as {@code TREAT}
     * @param outcome {@link #SHOWN} or {@link #DENIED}
     */
    record Access(
            Instant at,
            String actor,
            String role,
            Set<String> siteIds,
            Set<String> patientIds,
            String resource,
            String purpose,
            String outcome,
            @Nullable String request) {}
}
