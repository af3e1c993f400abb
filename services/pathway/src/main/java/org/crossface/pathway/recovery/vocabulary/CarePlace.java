package org.crossface.pathway.recovery.vocabulary;

/** Where the patient was. */
public enum CarePlace {
    THEATRE,
    RECOVERY,
    AFTERCARE_FACILITY,
    HOME,
    CLINIC,
    HOSPITAL
}
