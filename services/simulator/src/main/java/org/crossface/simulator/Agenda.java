package org.crossface.simulator;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The planned acts of all patients, in order of time. */
final class Agenda {

    private record Entry(Instant at, long number, Runnable act) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private long number;

    /** Plans an act; acts of the same instant keep the order in which they were planned. */
    void at(Instant instant, Runnable act) {
        entries.add(new Entry(instant, number++, act));
    }

    /** Carries out, in order, all acts up to an instant, including those planned meanwhile. Later ones stay on the agenda. */
    void playUntil(Instant end, Consumer<Instant> before) {
        Entry next = entries.peek();
        while (next != null && !next.at().isAfter(end)) {
            entries.remove(next);
            before.accept(next.at());
            next.act().run();
            next = entries.peek();
        }
    }
}
