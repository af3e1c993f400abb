package org.crossface.coordination.rebuild;

import java.time.Instant;

/**
 * A serving view.
 *
 * @param bundle its bundle
 * @param revision in which it was built
 * @param since when it began to serve in this revision
 * @param position up to which its bundle holds every event; -1 when it holds none
 */
public record ServedView(String view, String bundle, int revision, Instant since, long position) {}
