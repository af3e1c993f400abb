package org.crossface.pathway.surgery.vocabulary;

/** Harm to the patient. */
public enum SafetyEventSeverity {
    NO_HARM,
    MILD,
    MODERATE,
    SEVERE
}
