package org.crossface.pathway.aftercare.vocabulary;

import java.util.List;

/** Which wound; leg after stage one, thigh after stage two. */
public enum WoundSite {
    FACE,
    LIP,
    LEG,
    THIGH;

    /** The wounds of the transfer of a muscle: where it was put and where it was taken. */
    public static final List<WoundSite> OF_TRANSFER = List.of(FACE, THIGH);
}
