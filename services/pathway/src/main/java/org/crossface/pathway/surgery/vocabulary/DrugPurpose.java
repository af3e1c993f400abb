package org.crossface.pathway.surgery.vocabulary;

/** What a drug is given for on the day of surgery. */
public enum DrugPurpose {
    /** A further dose against infection. */
    ANTIBIOTIC,
    /** Against a thrombosis of the legs. */
    THROMBOSIS_PROPHYLAXIS,
    /** To keep the joined vessels open. */
    ANASTOMOSIS
}
