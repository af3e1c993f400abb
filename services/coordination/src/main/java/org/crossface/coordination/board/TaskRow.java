package org.crossface.coordination.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.crossface.pathway.followup.Moment;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Timetable;
import org.jspecify.annotations.Nullable;

/**
 * A task of a pathway as a row of a view keeps it, by the {@link Timetable}.
 *
 * @param code row of the clinical reference, such as {@code T-22}, or a word such as {@code APPT}
 * @param opensOn day from which on it may be done; {@code null} when from its start
 * @param dueOn day in the facility's zone, of a contact in the patient's; {@code null} when nothing sets a date
 * @param overdueOn first day on the whole of which it is overdue, since cards count in days; of what is overdue as soon as it is due, such as an
 *     emergency, that day; {@code null} when it cannot be
 * @param at the time at which it is due; {@code null} when only a day is known
 */
public record TaskRow(
        String code,
        String label,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate overdueOn,
        @Nullable Instant at) {

    /** The row of this task. */
    public static TaskRow of(OpenTask task) {
        Moment due = task.due();
        return new TaskRow(
                task.code(),
                task.label(),
                day(task.opens()),
                day(due),
                overdueOn(task),
                due != null && due.timed() ? due.at() : null);
    }

    /** The rows of what somebody has to do, in the order of the timetable. */
    static List<TaskRow> of(Timetable timetable) {
        return timetable.work().stream().map(TaskRow::of).toList();
    }

    private static @Nullable LocalDate overdueOn(OpenTask task) {
        Moment overdue = task.overdue();
        Moment due = task.due();
        if (overdue == null || !overdue.timed() || (due != null && overdue.at().equals(due.at()))) {
            return day(overdue);
        }
        return overdue.day().plusDays(1);
    }

    private static @Nullable LocalDate day(@Nullable Moment moment) {
        return moment == null ? null : moment.day();
    }

    /** Whether it is due on this day, or overdue. */
    public boolean isDueOn(LocalDate day) {
        return dueOn != null && !day.isBefore(dueOn);
    }

    /** Whether it is overdue on this day. */
    public boolean isOverdueOn(LocalDate day) {
        return overdueOn != null && !day.isBefore(overdueOn);
    }
}
