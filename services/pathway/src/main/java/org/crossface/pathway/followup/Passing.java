package org.crossface.pathway.followup;

import java.time.Instant;
import java.util.Optional;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;

/** What has to be recorded because time passes and no fact comes: a lateness, or a clinical consequence such as a consent that is over. */
public sealed interface Passing permits LateTask, Consequence {

    /** When it comes about; in the past while it has not been recorded. */
    Instant at();

    /**
     * The earliest one that has not been recorded: what a command records once its time has come, and until then the pathway's deadline. Of two at
     * one instant the lateness comes first, since a consequence may end the task that is late. Empty when only a fact can bring something
     * about.
     */
    static Optional<Passing> next(PathwayState state, Policy policy) {
        if (!state.intake().referred()) {
            return Optional.empty();
        }
        Timetable timetable = Timetable.of(state, policy);
        Optional<LateTask> late = LateTask.next(timetable, state);
        Optional<Consequence> consequence = Consequence.next(timetable, state, policy);
        return consequence
                .filter(each ->
                        late.filter(other -> !other.at().isAfter(each.at())).isEmpty())
                .<Passing>map(each -> each)
                .or(() -> late);
    }
}
