package org.crossface.pathway.authority;

/** What a field of a command takes, for forms and for the description of the API. */
public enum FieldKind {
    NUMBER,
    INTEGER,
    TEXT,
    /** A text on several lines. */
    MULTILINE,
    /** One of the options. */
    ENUM,
    /** Several of the options. */
    MULTI_ENUM,
    BOOLEAN,
    DATE,
    /** A date and time with its offset. */
    DATETIME,
    /** Several values of {@link FieldSpec#element()}. */
    LIST,
    /** A group of {@link FieldSpec#fields()}. */
    RECORD
}
