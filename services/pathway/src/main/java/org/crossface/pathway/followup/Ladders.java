package org.crossface.pathway.followup;

import static org.crossface.pathway.followup.Offset.START;

import org.crossface.pathway.policy.Threshold;
import org.crossface.platform.api.Role;

/** Who is told of what waits. From one step to the next a task that is due on a day waits for days, and one of the patient's safety for minutes. */
final class Ladders {

    private static final Offset DAYS = START.plus(Threshold.ESCALATION_DAYS);
    private static final Offset MINUTES = START.plus(Threshold.ESCALATION_MINUTES);
    private static final Offset MINUTES_TWICE = MINUTES.plus(Threshold.ESCALATION_MINUTES);

    private static final String DIRECTOR = "Medical director";
    private static final String ON_CALL = "Surgeon on call";

    private Ladders() {}

    /** Somebody, as soon as it is overdue. */
    static Escalation told(Role role) {
        return Escalation.atOnce(role, role.label());
    }

    /** Who leads the people of this role, as soon as it is overdue. */
    static Escalation lead(Role role) {
        return Escalation.atOnce(role, role.label() + ", lead");
    }

    /** Somebody, some days after the first step. */
    static Escalation thenTold(Role role) {
        return Escalation.after(DAYS, role, role.label());
    }

    /** The medical director, as soon as it is overdue. */
    static Escalation director() {
        return Escalation.atOnce(Role.SURGEON, DIRECTOR);
    }

    /** The medical director, some days after the first step. */
    static Escalation thenDirector() {
        return Escalation.after(DAYS, Role.SURGEON, DIRECTOR);
    }

    /** The medical director, so long after it became overdue. */
    static Escalation directorAfter(Offset overdue) {
        return Escalation.after(overdue, Role.SURGEON, DIRECTOR);
    }

    /** The surgeon on call, as soon as it is overdue. */
    static Escalation onCall() {
        return Escalation.atOnce(Role.SURGEON, ON_CALL);
    }

    /** Somebody, some minutes after the first step. */
    static Escalation soon(Role role) {
        return Escalation.after(MINUTES, role, role.label());
    }

    /** The medical director, some minutes after the first step. */
    static Escalation soonDirector() {
        return Escalation.after(MINUTES, Role.SURGEON, DIRECTOR);
    }

    /** The surgeon on call, some minutes after the second step. */
    static Escalation lastlyOnCall() {
        return Escalation.after(MINUTES_TWICE, Role.SURGEON, ON_CALL);
    }

    /** The administrator, who arranges a transfer, some minutes after the second step. */
    static Escalation lastlyTransfer() {
        return Escalation.after(MINUTES_TWICE, Role.ADMINISTRATOR, "Transfer to a hospital");
    }
}
