package org.crossface.pathway.patient;

/** Administrative sex, with the codes of HL7 FHIR. */
public enum Sex {
    MALE,
    FEMALE,
    OTHER,
    UNKNOWN
}
