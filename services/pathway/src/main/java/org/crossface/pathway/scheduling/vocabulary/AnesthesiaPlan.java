package org.crossface.pathway.scheduling.vocabulary;

/** Kind of anesthesia planned. */
public enum AnesthesiaPlan {
    GENERAL,
    GENERAL_WITH_REGIONAL
}
