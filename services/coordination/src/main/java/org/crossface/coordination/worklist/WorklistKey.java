package org.crossface.coordination.worklist;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The place of a task in a list, behind which the next page begins. It has the instant of the first page, so that a task which becomes due
 * while somebody reads on is neither skipped nor repeated.
 *
 * @param asOf instant of the first page
 * @param at the moment by which its section is sorted, as PostgreSQL writes it
 */
record WorklistKey(Instant asOf, Section section, int rank, String at, String taskId) {

    private static final String BETWEEN = "~";
    private static final int PARTS = 5;

    /** As a parameter of a request. */
    String text() {
        return String.join(BETWEEN, asOf.toString(), section.name(), String.valueOf(rank), at, taskId);
    }

    /** The place that this parameter names; empty when it names none. */
    static Optional<WorklistKey> read(String text) {
        List<String> parts = Arrays.asList(text.split(BETWEEN, PARTS));
        if (parts.size() < PARTS) {
            return Optional.empty();
        }
        try {
            String at = parts.get(3);
            return Optional.of(new WorklistKey(
                    Instant.parse(parts.get(0)),
                    Section.valueOf(parts.get(1)),
                    Integer.parseInt(parts.get(2)),
                    at.endsWith("infinity") ? at : Instant.parse(at).toString(),
                    parts.get(4)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
