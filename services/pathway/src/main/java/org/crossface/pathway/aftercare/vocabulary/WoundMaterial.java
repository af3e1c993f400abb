package org.crossface.pathway.aftercare.vocabulary;

/** What stays at a wound after an operation until somebody takes it out. */
public enum WoundMaterial {
    DRAIN,
    SUTURES,
    DRESSING
}
