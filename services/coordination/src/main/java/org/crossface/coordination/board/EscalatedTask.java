package org.crossface.coordination.board;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.OpenTask.Told;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.oversight.Handling;
import org.crossface.pathway.oversight.Lateness;
import org.crossface.pathway.state.PathwayState;
import org.crossface.platform.api.Role;

/**
 * A task of which somebody was told and that nobody has in hand.
 *
 * @param task its name among the tasks of the pathway, such as {@code T-17 case-1}
 * @param label what people read
 * @param since when the first of those who were told had to be told
 * @param told who was told last, in words
 * @param roles of all who were told
 * @param answeredOnly whether only what satisfies it stops its escalation, and no acknowledgement does
 */
public record EscalatedTask(
        String task, String label, Instant since, String told, List<Role> roles, boolean answeredOnly) {

    /** Keeps its own copy. */
    public EscalatedTask {
        roles = List.copyOf(roles);
    }

    /** All of a pathway, as the row of a view keeps them. */
    public record All(List<EscalatedTask> tasks) {

        /** Keeps its own copy. */
        public All {
            tasks = List.copyOf(tasks);
        }
    }

    /** Those of this state: the steps that are recorded and that no acknowledgement follows. */
    static All of(PathwayState state, Timetable timetable) {
        Lateness recorded = state.oversight().lateness();
        return new All(timetable.work().stream()
                .flatMap(task -> Stream.of(task.steps().stream()
                                .filter(step -> recorded.covers(task.code(), task.key(), step.step(), step.at()))
                                .filter(step -> isOpen(task, step))
                                .toList())
                        .filter(steps -> !steps.isEmpty())
                        .map(steps -> of(task, steps)))
                .toList());
    }

    private static boolean isOpen(OpenTask task, Told step) {
        Handling.Acknowledged acknowledged = task.handling().acknowledged();
        return acknowledged == null || step.at().isAfter(acknowledged.at());
    }

    private static EscalatedTask of(OpenTask task, List<Told> steps) {
        return new EscalatedTask(
                task.name(),
                task.label(),
                steps.getFirst().at(),
                steps.getLast().who(),
                steps.stream().map(Told::role).distinct().toList(),
                task.timer().isAnsweredOnly());
    }
}
