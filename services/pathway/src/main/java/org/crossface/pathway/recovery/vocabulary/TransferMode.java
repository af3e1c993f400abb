package org.crossface.pathway.recovery.vocabulary;

/** How the patient was transferred. */
public enum TransferMode {
    AMBULANCE,
    PRIVATE
}
