package org.crossface.pathway.recovery;

/** How the flap was checked. */
public enum FlapCheckMethod {
    HANDHELD_DOPPLER,
    IMPLANTABLE,
    COLOR_DUPLEX,
    CLINICAL
}
