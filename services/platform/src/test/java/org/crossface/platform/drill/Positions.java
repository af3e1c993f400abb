package org.crossface.platform.drill;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The positions that a reader has seen, in the order in which it saw them. Written by one thread, counted by any. */
final class Positions {

    private static final int FIRST_CAPACITY = 1024;

    private long[] seen = new long[FIRST_CAPACITY];
    private volatile int size;

    void add(long position) {
        int at = size;
        if (at == seen.length) {
            seen = Arrays.copyOf(seen, at * 2);
        }
        seen[at] = position;
        size = at + 1;
    }

    int size() {
        return size;
    }

    /** The last one; -1 before the first. */
    long last() {
        return size == 0 ? -1 : seen[size - 1];
    }

    /**
     * How what was seen differs from what is stored.
     *
     * @param missing stored but never seen
     * @param extra seen but not stored, or seen again
     * @param disordered seen after a higher one
     */
    record Difference(long missing, long extra, long disordered) {

        boolean none() {
            return missing == 0 && extra == 0 && disordered == 0;
        }

        @Override
        public String toString() {
            return "%,d missing, %,d extra, %,d out of order".formatted(missing, extra, disordered);
        }
    }

    /** @param stored all committed positions */
    Difference against(Collection<Long> stored) {
        Set<Long> left = new HashSet<>(stored);
        long extra = 0;
        long disordered = 0;
        long highest = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            if (!left.remove(seen[i])) {
                extra++;
            }
            if (seen[i] <= highest) {
                disordered++;
            }
            highest = Math.max(highest, seen[i]);
        }
        return new Difference(left.size(), extra, disordered);
    }
}
