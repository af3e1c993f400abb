package org.crossface.pathway.aftercare;

import java.time.LocalDate;

/** What a surveillance looks for, and for how long. */
public enum SurveillanceKind {
    /** Superficial infection within 30 days, the day of surgery being the first. */
    SSI30(29),
    /** Deep infection within 90 days, the day of surgery being the first. */
    SSI90(89),
    /** The global period, 90 days after the day of surgery. */
    GLOBAL90(90);

    private final int daysAfter;

    SurveillanceKind(int daysAfter) {
        this.daysAfter = daysAfter;
    }

    /** The last day that counts after an operation on this day. */
    public LocalDate lastDay(LocalDate operatedOn) {
        return operatedOn.plusDays(daysAfter);
    }
}
