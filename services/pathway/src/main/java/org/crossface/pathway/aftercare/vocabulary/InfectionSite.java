package org.crossface.pathway.aftercare.vocabulary;

/** Primary: the face; secondary: the donor site at leg or thigh. */
public enum InfectionSite {
    PRIMARY,
    SECONDARY
}
