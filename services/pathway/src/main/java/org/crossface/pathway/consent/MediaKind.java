package org.crossface.pathway.consent;

/** What was taken of the face. */
public enum MediaKind {
    PHOTOGRAPH,
    VIDEO
}
