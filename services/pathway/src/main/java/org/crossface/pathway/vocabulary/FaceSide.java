package org.crossface.pathway.vocabulary;

/** A side of the patient's face, from the patient's point of view. */
public enum FaceSide {
    LEFT,
    RIGHT;

    /** The other side: the healthy side is always derived from the paralysed one, never recorded on its own. */
    public FaceSide opposite() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
