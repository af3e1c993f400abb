package org.crossface.pathway.planning;

/** Whether same-day discharge is planned. */
public enum PlannedSetting {
    OUTPATIENT,
    /** The patient stays for the night at the surgery centre, and goes home within the longest stay of day cases. */
    EXTENDED_RECOVERY,
    INPATIENT
}
