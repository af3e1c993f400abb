package org.crossface.pathway.surgery.vocabulary;

/** Where the muscle pulls. */
public enum InsetInsertion {
    MODIOLUS,
    UPPER_LIP,
    MODIOLUS_AND_UPPER_LIP
}
