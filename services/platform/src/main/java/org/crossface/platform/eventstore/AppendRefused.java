package org.crossface.platform.eventstore;

/** Nothing was appended, because the queue is full or the node is stopping. The same append may succeed later. */
public final class AppendRefused extends RuntimeException {

    private AppendRefused(String message) {
        super(message);
    }

    /** The queue is full. */
    public static AppendRefused full(int waiting) {
        return new AppendRefused(waiting + " units of work are already waiting to be appended");
    }

    /** The node is stopping. */
    public static AppendRefused stopping() {
        return new AppendRefused("This node is stopping and appends nothing more");
    }
}
