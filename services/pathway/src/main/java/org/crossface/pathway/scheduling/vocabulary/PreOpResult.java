package org.crossface.pathway.scheduling.vocabulary;

/** Outcome of an item. */
public enum PreOpResult {
    PASS,
    FAIL,
    WAIVED
}
