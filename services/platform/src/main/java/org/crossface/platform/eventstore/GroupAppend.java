package org.crossface.platform.eventstore;

import java.time.Duration;

/**
 * Settings of the group append.
 *
 * @param writers threads that append, each with one connection at a time; 1 to 8
 * @param mostWaiting units of work that may wait; the next one is refused
 * @param mostEvents events of one transaction, at most {@link AppendStatement#MOST_EVENTS}
 */
public record GroupAppend(int writers, int mostWaiting, int mostEvents) {

    /** The longest search for the outcome of an append whose connection was lost. */
    static final Duration SEARCH = Duration.ofSeconds(10);

    public GroupAppend {
        if (writers < 1 || writers > 8) {
            throw new IllegalArgumentException("1 to 8 writers, not " + writers);
        }
        if (mostWaiting < 1) {
            throw new IllegalArgumentException("At least one unit of work must be able to wait");
        }
        if (mostEvents < 1 || mostEvents > AppendStatement.MOST_EVENTS) {
            throw new IllegalArgumentException("1 to " + AppendStatement.MOST_EVENTS + " events, not " + mostEvents);
        }
    }

    /** One writer, up to 512 events in a transaction, and 1,024 units of work that may wait. */
    public static GroupAppend defaults() {
        return new GroupAppend(1, 1024, 512);
    }

    public GroupAppend withWriters(int number) {
        return new GroupAppend(number, mostWaiting, mostEvents);
    }
}
