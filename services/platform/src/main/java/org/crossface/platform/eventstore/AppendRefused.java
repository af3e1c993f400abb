package org.crossface.platform.eventstore;

/** Nothing was appended, because too much waits to be appended already or the node is stopping. The same may succeed later. */
public final class AppendRefused extends RuntimeException {

    private AppendRefused(String message) {
        super(message);
    }

    /** Too much waits already. */
    public static AppendRefused full(int waiting) {
        return new AppendRefused(waiting + " units of work wait to be appended already");
    }

    /** The node takes nothing more. */
    public static AppendRefused stopping() {
        return new AppendRefused("This node is stopping and appends nothing more");
    }
}
