package org.crossface.platform.eventstore;

/** Marks the type of an event whose encrypted content could not be opened, on its way from the table to the serializer. */
final class Unreadable {

    private static final String MARK = "unreadable/";

    private Unreadable() {}

    static String mark(String type) {
        return MARK + type;
    }

    static boolean isMarked(String type) {
        return type.startsWith(MARK);
    }

    /** The stored name, with or without the mark. */
    static String nameOf(String type) {
        return isMarked(type) ? type.substring(MARK.length()) : type;
    }
}
