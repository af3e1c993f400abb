package org.crossface.platform.wakeup;

/** What one node tells the others after a commit. A signal carries no content: who hears it looks in the database. */
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

    /** Stands for the signal in a set of pending ones. */
    int bit() {
        return bit;
    }
}
