package org.crossface.pathway.surgery;

/** Inflow or outflow of the flap. */
public enum AnastomosisKind {
    ARTERIAL,
    VENOUS
}
