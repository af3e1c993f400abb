package org.crossface.pathway.neurotization;

/** What the surgeon rests the confirmation on; judgement needs six months, a rationale and a second reviewer (INV-22). */
public enum NeurotizationBasis {
    TINEL_AT_DISTAL_END,
    EMG,
    BIOPSY,
    CLINICAL_JUDGEMENT;

    /** What each basis is worth, for whoever chooses one or relies on it. */
    public static final String WORTH =
            "None predicts success: grafts without a Tinel sign have worked and grafts with one have failed.";
}
