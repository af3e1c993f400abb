package org.crossface.pathway.surgery.vocabulary;

/** How the patient is anesthetised. */
public enum AnesthesiaTechnique {
    GENERAL_INTRAVENOUS,
    GENERAL_INHALATIONAL,
    GENERAL_BALANCED
}
