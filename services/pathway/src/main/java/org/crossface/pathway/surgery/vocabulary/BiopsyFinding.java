package org.crossface.pathway.surgery.vocabulary;

/** What a biopsy of the graft showed at stage two. */
public enum BiopsyFinding {
    MYELINATED_AXONS,
    AXONS_WITHOUT_MYELIN,
    NO_AXONS,
    INCONCLUSIVE
}
