package org.crossface.pathway.aftercare.vocabulary;

/** How the patient was tried to be reached. */
public enum ContactChannel {
    PHONE,
    SMS,
    EMAIL,
    LETTER,
    PORTAL,
    IN_PERSON
}
