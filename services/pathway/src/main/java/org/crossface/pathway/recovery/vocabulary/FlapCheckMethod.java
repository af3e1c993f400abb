package org.crossface.pathway.recovery.vocabulary;

/** How the flap was checked. */
public enum FlapCheckMethod {
    HANDHELD_DOPPLER,
    IMPLANTABLE,
    COLOR_DUPLEX,
    CLINICAL
}
