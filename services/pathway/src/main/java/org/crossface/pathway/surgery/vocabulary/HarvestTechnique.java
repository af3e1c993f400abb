package org.crossface.pathway.surgery.vocabulary;

/** How the sural nerve is taken. */
public enum HarvestTechnique {
    OPEN_LONGITUDINAL,
    STAIR_STEP_INCISIONS,
    ENDOSCOPIC,
    TENDON_STRIPPER
}
