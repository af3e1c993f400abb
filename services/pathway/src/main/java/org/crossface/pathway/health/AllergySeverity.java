package org.crossface.pathway.health;

/** How severe a reaction was. */
public enum AllergySeverity {
    MILD,
    MODERATE,
    SEVERE,
    ANAPHYLAXIS,
    UNKNOWN
}
