package org.crossface.pathway.recovery;

/** How the patient was transferred. */
public enum TransferMode {
    AMBULANCE,
    PRIVATE
}
