package org.crossface.pathway.neurotization;

/** What the surgeon rests the confirmation on; judgement needs six months, a rationale and a second reviewer (INV-22). */
public enum NeurotizationBasis {
    TINEL_AT_DISTAL_END,
    EMG,
    BIOPSY,
    CLINICAL_JUDGEMENT
}
