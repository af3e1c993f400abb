package org.crossface.pathway.surgery.vocabulary;

/** How vessels are joined. */
public enum AnastomosisTechnique {
    HAND_SEWN,
    COUPLER
}
