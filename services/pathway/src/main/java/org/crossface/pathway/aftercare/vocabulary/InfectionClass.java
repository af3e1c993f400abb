package org.crossface.pathway.aftercare.vocabulary;

/** Depth of a surgical site infection. */
public enum InfectionClass {
    SUPERFICIAL,
    DEEP,
    ORGAN_SPACE
}
