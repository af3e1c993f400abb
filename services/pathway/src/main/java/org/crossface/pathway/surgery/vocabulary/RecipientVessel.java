package org.crossface.pathway.surgery.vocabulary;

/** The vessel of the face or neck that feeds or drains the flap; facial is the standard of the programme (INV-30). */
public enum RecipientVessel {
    FACIAL,
    SUPERFICIAL_TEMPORAL,
    NECK,
    OTHER
}
