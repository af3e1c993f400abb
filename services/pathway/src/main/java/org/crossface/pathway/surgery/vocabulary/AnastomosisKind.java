package org.crossface.pathway.surgery.vocabulary;

/** Inflow or outflow of the flap. */
public enum AnastomosisKind {
    ARTERIAL,
    VENOUS
}
