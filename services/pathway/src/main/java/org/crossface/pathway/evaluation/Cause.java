package org.crossface.pathway.evaluation;

/** What caused the facial paralysis. */
public enum Cause {
    BELL_PALSY,
    VESTIBULAR_SCHWANNOMA,
    PAROTID_SURGERY,
    TUMOUR,
    TRAUMA,
    INFECTION,
    RAMSAY_HUNT,
    CONGENITAL,
    MOEBIUS,
    STROKE,
    IATROGENIC,
    OTHER,
    UNKNOWN
}
