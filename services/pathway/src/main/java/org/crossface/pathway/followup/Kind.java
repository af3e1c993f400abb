package org.crossface.pathway.followup;

/** What a timer asks for. */
public enum Kind {
    /** Work of the staff, by the clock of the surgery centre. */
    WORK,
    /** A call or message to the patient, only in the hours in which patients are contacted and by the clock where the patient is. */
    CONTACT,
    /** The safety of the patient. */
    SAFETY,
    /** A message that Crossface sends to the patient, in the same hours. */
    MESSAGE,
    /** A notice to the staff; nothing has to be done for it. */
    NOTICE;

    boolean concernsPatient() {
        return this == CONTACT || this == MESSAGE;
    }

    /** Whether somebody has to do something, so that it stands on lists of what is to be done. */
    public boolean asksForWork() {
        return this != MESSAGE && this != NOTICE;
    }
}
