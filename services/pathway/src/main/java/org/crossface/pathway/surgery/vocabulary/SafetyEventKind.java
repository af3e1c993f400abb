package org.crossface.pathway.surgery.vocabulary;

/** What happened to the patient. */
public enum SafetyEventKind {
    FALL,
    BURN,
    MEDICATION_ERROR
}
