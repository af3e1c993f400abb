package org.crossface.coordination;

/**
 * The rows of a pathway have changed and are committed. It carries only identifiers, so an event stream may send it without checking rights
 * for each message.
 *
 * @param view {@code board}, {@code theatre_day}, {@code worklist}, {@code timeline} or {@code patient}
 * @param id identifier of the pathway, or of the patient for the view {@code patient}
 * @param position of the event that changed it
 */
public record ViewChanged(String view, String id, long position) {}
