package org.crossface.pathway.rehabilitation;

/** What the patient smiled at without thinking. */
public enum SmileStimulus {
    HUMOUR,
    CONVERSATION,
    VIDEO,
    FAMILY,
    OTHER
}
