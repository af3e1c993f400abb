package org.crossface.pathway.planning;

/** Whether same-day discharge is planned. */
public enum PlannedSetting {
    OUTPATIENT,
    INPATIENT
}
