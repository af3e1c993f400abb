package org.crossface.pathway.planning;

/** The nerve that will drive the muscle. */
public enum NerveSource {
    CFNG,
    MASSETERIC,
    DUAL
}
