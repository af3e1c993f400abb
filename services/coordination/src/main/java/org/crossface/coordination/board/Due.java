package org.crossface.coordination.board;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to happen next on a pathway.
 *
 * @param code identifier of the timer in the clinical reference, such as {@code T-22}; or {@code APPT} for an appointment
 * @param dueOn day in the facility's zone; {@code null} when nothing sets a date
 * @param overdueOn first day on which it is overdue; {@code null} when it cannot be
 * @param at the appointed time; {@code null} when only a day is known
 */
public record Due(
        String code,
        String label,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate overdueOn,
        @Nullable Instant at) {

    /** Something without a date. */
    static Due open(String code, String label) {
        return new Due(code, label, null, null, null);
    }
}
