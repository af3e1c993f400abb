package org.crossface.pathway.surgery.vocabulary;

/** Where the free end of the graft waits for stage two. */
public enum BankLocation {
    UPPER_GINGIVOBUCCAL_SULCUS,
    UPPER_LIP,
    PRETRAGAL
}
