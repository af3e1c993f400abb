package org.crossface.pathway.rehabilitation.vocabulary;

/** What made the muscle move. */
public enum MovementTrigger {
    CONTRALATERAL_SMILE,
    CLENCH,
    EMG_ONLY
}
