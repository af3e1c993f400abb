package org.crossface.pathway.neurotization;

/** Where the needle was. */
public enum EmgSite {
    GRAFT_DISTAL_END,
    ZYGOMATICUS,
    GRACILIS,
    HEALTHY_SIDE
}
