package org.crossface.pathway.aftercare;

/** What a surveillance looks for: infection within 30 or 90 days counting the day of surgery as day 1, or the global period of 90 days. */
public enum SurveillanceKind {
    SSI30,
    SSI90,
    GLOBAL90
}
