package org.crossface.pathway.followup;

import org.crossface.platform.api.Role;

/**
 * One step of an escalation: somebody is told that a task waits.
 *
 * @param role of those who are told
 * @param who in words, such as {@code Lead of the coordinators}
 * @param after from when the task is overdue, or from its start
 * @param fromStart whether it counts from the start
 */
public record Escalation(Role role, String who, Offset after, boolean fromStart) {

    /** As soon as the task is overdue. */
    static Escalation atOnce(Role role, String who) {
        return new Escalation(role, who, Offset.START, false);
    }

    /** So long after the task became overdue. */
    static Escalation after(Offset overdue, Role role, String who) {
        return new Escalation(role, who, overdue, false);
    }

    /** So long after the start, whatever was done meanwhile. */
    static Escalation fromStart(Offset start, Role role, String who) {
        return new Escalation(role, who, start, true);
    }
}
