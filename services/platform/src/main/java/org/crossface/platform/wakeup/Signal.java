package org.crossface.platform.wakeup;

/** A signal from one node to the others after a commit. It has no content: the receiver queries the database. */
public enum Signal {
    /** Events were appended. */
    EVENTS("crossface_events", 1),
    /** Views were changed, see {@link ViewChangeFeed}. */
    VIEWS("crossface_views", 2);

    private final String channel;
    private final int bit;

    Signal(String channel, int bit) {
        this.channel = channel;
        this.bit = bit;
    }

    /** The channel of PostgreSQL. */
    String channel() {
        return channel;
    }

    /** The bit of this signal in a set of pending signals. */
    int bit() {
        return bit;
    }
}
