package org.crossface.pathway.surgery.vocabulary;

/** Where in the surgery centre it happened. */
public enum SafetyEventPlace {
    ADMISSION,
    THEATRE,
    RECOVERY,
    ELSEWHERE
}
