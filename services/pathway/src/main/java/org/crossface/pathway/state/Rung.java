package org.crossface.pathway.state;

/** Where a patient stands on the day of the operation, in order; {@link #READY} follows from scores and time and is no fact. */
public enum Rung {
    EXPECTED("Expected"),
    ADMITTED("Admitted"),
    PRE_OP("Pre-op"),
    IN_THEATRE("In theatre"),
    RECOVERY("Recovery"),
    READY("Ready for discharge"),
    DISCHARGED("Discharged");

    private final String label;

    Rung(String label) {
        this.label = label;
    }

    /** What people call it. */
    public String label() {
        return label;
    }
}
