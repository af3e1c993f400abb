package org.crossface.coordination.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.crossface.pathway.followup.Kind;
import org.crossface.pathway.followup.Moment;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.oversight.Handling;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of an open task, stored as a document without the patient's name and without what people wrote about it.
 *
 * @param code row of the clinical reference, such as {@code T-22}, or a word such as {@code APPT}
 * @param key tells it from other tasks of its timer in the pathway; empty where there is only one
 * @param owner role of whoever does it
 * @param concerned the roles that may take it on, give it away or put it off
 * @param person identifier of the user who does it; {@code null} while anybody of the role may
 * @param opensAt from when it may be done; {@code null} when from its start
 * @param dueAt {@code null} when it has no date
 * @param timed whether it is due at a time; otherwise a day is meant, and {@code dueAt} is its beginning
 * @param overdueAt {@code null} when it cannot be overdue
 * @param endsAt from when on it is over by itself; {@code null} when only a fact ends it
 * @param told the steps of its escalation, the earliest first
 * @param snoozedBy identifier of the user who put it off last; {@code null} when nobody did
 * @param acknowledgedBy identifier of the user who has its escalation in hand; {@code null} when nobody has
 */
public record TaskLine(
        String code,
        String key,
        String label,
        Kind kind,
        Role owner,
        List<Role> concerned,
        @Nullable String person,
        @Nullable Instant opensAt,
        @Nullable Instant dueAt,
        boolean timed,
        @Nullable Instant overdueAt,
        @Nullable Instant endsAt,
        List<Told> told,
        @Nullable String snoozedBy,
        @Nullable String acknowledgedBy) {

    /**
     * Somebody who is told when nothing happens.
     *
     * @param who in words
     */
    public record Told(int step, Role role, String who, Instant at) {}

    /** Keeps its own copies of the lists, which a row of an earlier release may lack. */
    public TaskLine {
        concerned = concerned == null ? List.of() : List.copyOf(concerned);
        told = told == null ? List.of() : List.copyOf(told);
    }

    /** The line of this task. */
    static TaskLine of(OpenTask task) {
        Moment due = task.due();
        Handling.Snoozed snoozed = task.handling().snoozed();
        Handling.Acknowledged acknowledged = task.handling().acknowledged();
        return new TaskLine(
                task.code(),
                task.key(),
                task.label(),
                task.timer().kind(),
                task.owner(),
                List.copyOf(task.concerned()),
                task.person().orElse(null),
                instant(task.opens()),
                instant(due),
                due != null && due.timed(),
                instant(task.overdue()),
                task.endsAt(),
                task.steps().stream()
                        .map(each -> new Told(each.step(), each.role(), each.who(), each.at()))
                        .toList(),
                snoozed == null ? null : snoozed.by(),
                acknowledged == null ? null : acknowledged.by());
    }

    private static @Nullable Instant instant(@Nullable Moment moment) {
        return moment == null ? null : moment.at();
    }

    /** Names it among all tasks of the pathway, as commands about it do. */
    public String name() {
        return OpenTask.named(code, key);
    }

    /** Whether this role may take it on, give it away or put it off. */
    public boolean concerns(Role role) {
        return concerned.contains(role);
    }

    /** The newest step of the escalation that has been reached; {@code null} when none has. */
    public @Nullable Told lastTold(Instant at) {
        return told.stream()
                .filter(Objects::nonNull)
                .filter(each -> !each.at().isAfter(at))
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
