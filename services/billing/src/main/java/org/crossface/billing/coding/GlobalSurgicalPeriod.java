package org.crossface.billing.coding;

import java.time.LocalDate;

/** The days after a major operation in which the surgeon's further work belongs to it (clinical reference 4.3). */
public final class GlobalSurgicalPeriod {

    /** Days from the operation to the last day of the period. */
    public static final int DAYS = 90;

    private GlobalSurgicalPeriod() {}

    /** Last day of the period of an operation on this day. */
    public static LocalDate lastDayAfter(LocalDate operatedOn) {
        return operatedOn.plusDays(DAYS);
    }
}
