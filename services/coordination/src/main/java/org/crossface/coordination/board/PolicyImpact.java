package org.crossface.coordination.board;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.crossface.pathway.authority.Availability;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.followup.Moment;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.UseCase;
import org.jspecify.annotations.Nullable;

/**
 * What another policy would change for a pathway as it stands: steps that would become due on another day, and steps that would become
 * possible or would be refused. It is told before a second person approves the version.
 */
public final class PolicyImpact {

    private static final List<UseCase<?>> STEPS = CommandCatalogue.read().ofPathways().stream()
            .<UseCase<?>>map(CommandSpec::useCase)
            .toList();

    private PolicyImpact() {}

    /**
     * The changes in words; empty when the pathway is untouched.
     *
     * @param at the time for which it is asked
     */
    public static List<String> of(PathwayState state, Policy before, Policy after, OffsetDateTime at) {
        List<String> changes = new ArrayList<>();
        dues(state, before, after, changes);
        STEPS.forEach(step -> steps(state, step, before, after, at, changes));
        return List.copyOf(changes);
    }

    private static void dues(PathwayState state, Policy before, Policy after, List<String> changes) {
        Map<String, OpenTask> then = byLabel(Timetable.of(state, before));
        Map<String, OpenTask> now = byLabel(Timetable.of(state, after));
        TreeSet<String> labels = new TreeSet<>(then.keySet());
        labels.addAll(now.keySet());
        for (String label : labels) {
            String old = days(then.get(label));
            String changed = days(now.get(label));
            if (!old.equals(changed)) {
                changes.add(label + ": " + changed + ", so far " + old);
            }
        }
    }

    private static Map<String, OpenTask> byLabel(Timetable timetable) {
        Map<String, OpenTask> byLabel = new LinkedHashMap<>();
        timetable.work().forEach(task -> byLabel.putIfAbsent(task.label(), task));
        return byLabel;
    }

    private static String days(@Nullable OpenTask task) {
        if (task == null) {
            return "not due";
        }
        Moment due = task.due();
        Moment overdue = task.overdue();
        return (due == null ? "open" : "due " + words(due)) + (overdue == null ? "" : ", overdue " + words(overdue));
    }

    /** The day, and where it matters the time by the clock of the place. */
    private static String words(Moment moment) {
        return moment.timed()
                ? moment.day() + " " + moment.time()
                : moment.day().toString();
    }

    private static void steps(
            PathwayState state,
            UseCase<?> useCase,
            Policy before,
            Policy after,
            OffsetDateTime at,
            List<String> changes) {
        Availability then = Availability.of(state, useCase, at, before);
        Availability now = Availability.of(state, useCase, at, after);
        if (then instanceof Availability.Offered && now instanceof Availability.Locked locked) {
            changes.add(useCase.title() + ": refused, so far possible. " + locked.reason());
        } else if (then instanceof Availability.Locked && now instanceof Availability.Offered) {
            changes.add(useCase.title() + ": possible, so far refused");
        }
    }
}
