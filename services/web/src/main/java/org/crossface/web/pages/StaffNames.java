package org.crossface.web.pages;

/** Display names for the staff identifiers in events. */
@FunctionalInterface
public interface StaffNames {

    /** The display name; the identifier itself if it is unknown. */
    String name(String id);
}
