package org.crossface.pathway.rehabilitation.vocabulary;

/** What the patient smiled at without thinking. */
public enum SmileStimulus {
    HUMOUR,
    CONVERSATION,
    VIDEO,
    FAMILY,
    OTHER
}
