package org.crossface.coordination.views;

/** What a {@link Projector} may leave out; the board it never does, since its rows tell how far each pathway has come. */
public enum View {
    THEATRE_DAY,
    TIMELINE,
    SUMMARY
}
