package org.crossface.pathway.surgery.vocabulary;

/** Diameter of a vessel coupler. */
public enum CouplerSize {
    MM_1_0,
    MM_1_5,
    MM_2_0,
    MM_2_5,
    MM_3_0,
    MM_3_5,
    MM_4_0
}
