package org.crossface.pathway.patient;

/** Where the news of a death came from. */
public enum DeathReport {
    FAMILY,
    HOSPITAL,
    PHYSICIAN,
    REGISTRY,
    OTHER
}
