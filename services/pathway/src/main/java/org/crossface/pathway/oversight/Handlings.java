package org.crossface.pathway.oversight;

import java.util.HashMap;
import java.util.Map;

/**
 * What people did about the tasks of a pathway. It belongs to a task with its start, so that it is gone once the task is satisfied, and a later
 * task of the same name begins without it.
 *
 * @param byTask by timer, task and start
 */
public record Handlings(Map<String, Handling> byTask) {

    private static final Handlings NONE = new Handlings(Map.of());

    /** Keeps its own copy. */
    public Handlings {
        byTask = Map.copyOf(byTask);
    }

    /** Before anybody did anything. */
    public static Handlings none() {
        return NONE;
    }

    /**
     * What people did about this task.
     *
     * @param start day or instant that it counts from
     */
    public Handling of(String timer, String task, String start) {
        return byTask.getOrDefault(key(timer, task, start), Handling.NONE);
    }

    Handlings with(TaskFact fact) {
        String key = key(fact.timer(), fact.task(), fact.start());
        Map<String, Handling> next = new HashMap<>(byTask);
        next.merge(key, Handling.NONE.after(fact), (known, first) -> known.after(fact));
        return new Handlings(next);
    }

    private static String key(String timer, String task, String start) {
        return timer + ' ' + task + ' ' + start;
    }
}
