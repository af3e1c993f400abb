package org.crossface.pathway.surgery;

/** How the patient is anesthetised. */
public enum AnesthesiaTechnique {
    GENERAL_INTRAVENOUS,
    GENERAL_INHALATIONAL,
    GENERAL_BALANCED
}
