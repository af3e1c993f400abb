package org.crossface.coordination.worklist;

/**
 * The parts of a list in the order of their urgency. Each is one range of an index, so that a page reads no more rows than it shows.
 */
public enum Section {
    /** Overdue or escalated; what concerns a patient's safety first, then what has been late for longest. */
    LATE("Overdue", "t.late_at <= :now AND t.rests_until <= :now", true, "t.late_at"),
    /** To be done now. */
    DUE(
            "Due",
            "t.due_at > '-infinity' AND t.due_at <= :now AND t.late_at > :now AND t.rests_until <= :now",
            true,
            "t.due_at"),
    /** To be done, and nothing sets a date. */
    UNDATED(
            "Without a date",
            "t.due_at = '-infinity' AND t.late_at > :now AND t.rests_until <= :now",
            false,
            "t.due_at"),
    /** Due later. */
    PLANNED("Planned", "t.due_at > :now AND t.late_at > :now AND t.rests_until <= :now", false, "t.due_at"),
    /** Put off by somebody, until a time. */
    SNOOZED("Resting", "t.rests_until > :now", false, "t.rests_until");

    private final String label;
    private final String condition;
    private final boolean ranked;
    private final String at;

    Section(String label, String condition, boolean ranked, String at) {
        this.label = label;
        this.condition = condition;
        this.ranked = ranked;
        this.at = at;
    }

    /** Its heading. */
    public String label() {
        return label;
    }

    /** Which tasks are in it, in SQL on {@code task t} at {@code :now}. */
    String condition() {
        return condition;
    }

    /** Whether what concerns the safety of a patient comes first. */
    boolean isRanked() {
        return ranked;
    }

    /** The moment that it is sorted by, in SQL. */
    String at() {
        return at;
    }
}
