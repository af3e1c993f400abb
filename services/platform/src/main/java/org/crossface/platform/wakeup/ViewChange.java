package org.crossface.platform.wakeup;

/**
 * Something of a view has changed. It carries identifiers only.
 *
 * @param view which view
 * @param id of what has changed in it
 * @param position of the event that changed it
 */
public record ViewChange(String view, String id, long position) {}
