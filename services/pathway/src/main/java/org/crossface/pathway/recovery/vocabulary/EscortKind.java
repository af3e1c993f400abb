package org.crossface.pathway.recovery.vocabulary;

/** Who takes the patient home; a driver for hire is no escort (INV-40). */
public enum EscortKind {
    FAMILY,
    FRIEND,
    CAREGIVER,
    NURSE,
    FACILITY_STAFF,
    TAXI_DRIVER,
    RIDE_SHARE_DRIVER
}
