package org.crossface.pathway.scheduling;

/** Kind of anesthesia planned. */
public enum AnesthesiaPlan {
    GENERAL,
    GENERAL_WITH_REGIONAL
}
