package org.crossface.pathway.surgery.vocabulary;

/** Where the muscle is anchored above. */
public enum InsetOrigin {
    ZYGOMA,
    TEMPORAL_FASCIA
}
