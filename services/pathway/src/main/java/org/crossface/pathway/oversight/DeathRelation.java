package org.crossface.pathway.oversight;

/** Whether the death is related to the treatment. */
public enum DeathRelation {
    YES,
    NO,
    UNKNOWN
}
