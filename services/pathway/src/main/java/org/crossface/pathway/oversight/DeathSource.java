package org.crossface.pathway.oversight;

/** Who told of the death. */
public enum DeathSource {
    FAMILY,
    CLINICIAN,
    REGISTRY,
    HOSPITAL,
    OTHER
}
