package org.crossface.pathway.surgery;

/** How vessels are joined. */
public enum AnastomosisTechnique {
    HAND_SEWN,
    COUPLER
}
