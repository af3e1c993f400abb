package org.crossface.pathway.patient;

/** In which quality a representative decides for the patient. */
public enum RepresentativeRelation {
    PARENT,
    GUARDIAN,
    SPOUSE_OR_PARTNER,
    CHILD,
    SIBLING,
    HEALTH_CARE_PROXY,
    OTHER
}
