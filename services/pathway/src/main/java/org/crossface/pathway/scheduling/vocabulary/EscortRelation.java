package org.crossface.pathway.scheduling.vocabulary;

/** Who takes the patient home. A taxi driver is no escort (INV-40). */
public enum EscortRelation {
    SPOUSE_OR_PARTNER,
    PARENT,
    CHILD,
    SIBLING,
    OTHER_RELATIVE,
    FRIEND,
    CAREGIVER,
    TAXI_OR_RIDE_SHARE
}
