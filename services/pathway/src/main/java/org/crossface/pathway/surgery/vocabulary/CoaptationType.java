package org.crossface.pathway.surgery.vocabulary;

/** How two nerve ends or vessel ends are joined. */
public enum CoaptationType {
    END_TO_END,
    END_TO_SIDE
}
