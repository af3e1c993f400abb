package org.crossface.pathway.patient;

/** Why a person has another name on record. */
public enum NameChange {
    MARRIAGE,
    LEGAL_CHANGE,
    WRONG_ENTRY,
    OTHER
}
