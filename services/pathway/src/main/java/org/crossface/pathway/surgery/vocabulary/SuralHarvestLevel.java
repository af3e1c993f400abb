package org.crossface.pathway.surgery.vocabulary;

/** How much of the sural nerve is taken; to spare the upper part causes less pain. */
public enum SuralHarvestLevel {
    UPPER_PART_SPARED,
    WHOLE_LENGTH
}
