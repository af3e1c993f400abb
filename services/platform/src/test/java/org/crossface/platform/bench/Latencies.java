package org.crossface.platform.bench;

import java.time.Duration;
import java.util.Arrays;

/** Times of single operations, and how many there were in which time. */
@SuppressWarnings("ArrayRecordComponent") // compared by content
record Latencies(long[] nanos, Duration took) {

    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies that && Arrays.equals(nanos, that.nanos) && took.equals(that.took);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nanos);
    }

    double perSecond() {
        return nanos.length * 1e9 / took.toNanos();
    }

    /** In milliseconds. */
    double quantile(double share) {
        if (nanos.length == 0) {
            return Double.NaN;
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / NANOS_PER_MILLI;
    }

    /** As {@code 1,234 (5.6 / 78.9)}: per second, median and 99th percentile in milliseconds. */
    @Override
    public String toString() {
        return "%,.0f (%.1f / %.1f)".formatted(perSecond(), quantile(0.5), quantile(0.99));
    }
}
