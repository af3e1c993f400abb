package org.crossface.pathway.followup;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to happen on a pathway: one start of a timer that nothing has satisfied. Where it stands at an instant follows from its
 * moments; no clock and no job is needed for it.
 *
 * @param key tells it from other tasks of the same timer in the pathway
 * @param label what people read, such as {@code Therapy session, left}
 * @param startsAt from when on it exists; {@code null} when from the fact that started it
 * @param opens from when it may be done; {@code null} when from the start
 * @param due {@code null} when no date follows from the start
 * @param overdue {@code null} when it cannot be overdue
 * @param steps of the escalation, the earliest first
 * @param endsAt from when on it is over by itself; {@code null} when only a fact ends it
 */
public record OpenTask(
        Timer timer,
        String key,
        String label,
        @Nullable Instant startsAt,
        @Nullable Moment opens,
        @Nullable Moment due,
        @Nullable Moment overdue,
        List<Told> steps,
        @Nullable Instant endsAt) {

    /** Keeps its own copy, in the order of time. */
    public OpenTask {
        steps = steps.stream().sorted(Comparator.comparing(Told::at)).toList();
    }

    /**
     * Somebody who is told when nothing happens.
     *
     * @param who in words
     */
    public record Told(Role role, String who, Instant at) {}

    /**
     * Where a task stands.
     *
     * @param rung how many steps of the escalation have been reached; 0 while it is not escalated
     */
    public record Standing(Status status, int rung) {}

    /** The row of the clinical reference, such as {@code T-22}. */
    public String code() {
        return timer.code();
    }

    /** Who does it. */
    public Role owner() {
        return timer.owner();
    }

    /** Where it stands at this instant; empty before it starts and once it is over by itself. */
    public Optional<Standing> at(Instant instant) {
        if ((startsAt != null && instant.isBefore(startsAt)) || (endsAt != null && !instant.isBefore(endsAt))) {
            return Optional.empty();
        }
        int rung =
                (int) steps.stream().filter(step -> !step.at().isAfter(instant)).count();
        if (rung > 0) {
            return Optional.of(new Standing(Status.ESCALATED, rung));
        }
        if (overdue != null && !instant.isBefore(overdue.at())) {
            return Optional.of(new Standing(Status.OVERDUE, 0));
        }
        boolean planned = due != null && instant.isBefore(due.at());
        return Optional.of(new Standing(planned ? Status.PLANNED : Status.DUE, 0));
    }

    /** The first instant after this one at which it stands otherwise; empty when it stays as it is until a fact comes. */
    public Optional<Instant> nextChange(Instant after) {
        return Stream.concat(
                        Stream.ofNullable(startsAt),
                        Stream.concat(Stream.ofNullable(endsAt), Stream.concat(moments(), told())))
                .filter(each -> each.isAfter(after))
                .filter(each -> endsAt == null || !each.isAfter(endsAt))
                .min(Comparator.naturalOrder());
    }

    /** The same task, which does not exist before this instant. */
    OpenTask startingAt(Instant start) {
        return new OpenTask(timer, key, label, start, opens, due, overdue, steps, endsAt);
    }

    private Stream<Instant> moments() {
        return Stream.concat(Stream.ofNullable(due), Stream.ofNullable(overdue)).map(Moment::at);
    }

    private Stream<Instant> told() {
        return steps.stream().map(Told::at);
    }
}
