package org.crossface.billing.contract;

/** A side of the patient, from the patient's point of view. */
public enum Laterality {
    LEFT,
    RIGHT
}
