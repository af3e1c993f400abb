package org.crossface.pathway.oversight;

/** What somebody did about a task: a fact about the work, and not about the patient. */
public sealed interface TaskFact extends OversightFact
        permits TaskClaimed, TaskReleased, TaskSnoozed, TaskReassigned, EscalationAcknowledged {

    /** The row of the clinical reference, such as {@code T-17}. */
    String timer();

    /** Tells it from other tasks of the same timer in the pathway; empty where there is only one. */
    String task();

    /** Day or instant that the task counts from, which tells it from a later task of the same name. */
    String start();
}
