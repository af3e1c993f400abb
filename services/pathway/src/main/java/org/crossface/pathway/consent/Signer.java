package org.crossface.pathway.consent;

/** Who signed. */
public enum Signer {
    PATIENT,
    REPRESENTATIVE
}
