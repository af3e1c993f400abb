package org.crossface.pathway.followup;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.oversight.Lateness;
import org.crossface.pathway.state.PathwayState;
import org.jspecify.annotations.Nullable;

/**
 * A moment of a task from which somebody must later be able to prove that nothing had been done: it became overdue, or a step of its
 * escalation was reached. That it is due proves nothing, and is computed.
 *
 * @param step of the escalation, from 1; 0 for being overdue
 * @param at when it is reached; in the past while it has not been recorded
 */
public record LateTask(OpenTask task, int step, Instant at) implements Passing {

    private static final Comparator<LateTask> ORDER = comparing(LateTask::at)
            .thenComparing(late -> late.task().code())
            .thenComparing(late -> late.task().key())
            .thenComparingInt(LateTask::step);

    /** The earliest moment that has not been recorded; empty when only a fact can make something late. */
    static Optional<LateTask> next(Timetable timetable, PathwayState state) {
        Lateness recorded = state.oversight().lateness();
        return timetable.work().stream()
                .flatMap(LateTask::of)
                .filter(late -> !recorded.covers(late.task.code(), late.task.key(), late.step, late.at))
                .min(ORDER);
    }

    /** Who is told; empty for being overdue. */
    public Optional<OpenTask.Told> told() {
        return task.steps().stream().filter(told -> told.step() == step).findFirst();
    }

    private static Stream<LateTask> of(OpenTask task) {
        Stream<LateTask> overdue = Stream.ofNullable(task.overdue()).map(moment -> new LateTask(task, 0, moment.at()));
        Stream<LateTask> steps = task.steps().stream().map(told -> new LateTask(task, told.step(), told.at()));
        return Stream.concat(overdue, steps)
                .map(late -> late.notBefore(task.startsAt()))
                .filter(late -> task.endsAt() == null || late.at.isBefore(task.endsAt()));
    }

    private LateTask notBefore(@Nullable Instant start) {
        return start == null || !at.isBefore(start) ? this : new LateTask(task, step, start);
    }
}
