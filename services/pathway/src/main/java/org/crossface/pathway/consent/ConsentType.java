package org.crossface.pathway.consent;

/** What a consent is for. */
public enum ConsentType {
    SURGICAL,
    ANESTHESIA,
    PHOTO,
    RESEARCH,
    MARKETING,
    COMMUNICATION
}
