package org.crossface.pathway.scheduling;

/** Outcome of an item. */
public enum PreOpResult {
    PASS,
    FAIL,
    WAIVED
}
