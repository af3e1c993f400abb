package org.crossface.pathway.health;

/** What the anesthesiologist does about a stomach that empties slowly. */
public enum Glp1Decision {
    PROCEED_AFTER_LIQUID_DIET,
    ULTRASOUND_OF_THE_STOMACH,
    RAPID_SEQUENCE_INDUCTION,
    POSTPONE
}
