package org.crossface.pathway.surgery.vocabulary;

/** The way of the graft across the face. */
public enum TunnelRoute {
    UPPER_LIP,
    SUBCUTANEOUS
}
