package org.crossface.web.pages;

/** What people call those whom events name by identifier. */
@FunctionalInterface
public interface StaffNames {

    /** The name; the identifier itself when nobody is known by it. */
    String name(String id);
}
