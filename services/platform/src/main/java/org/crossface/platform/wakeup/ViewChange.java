package org.crossface.platform.wakeup;

/**
 * A change of a view. It contains identifiers only.
 *
 * @param view which view
 * @param id of the changed entry
 * @param position of the event that changed it
 */
public record ViewChange(String view, String id, long position) {}
