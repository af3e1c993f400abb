package org.crossface.audit.replay;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows the progress of a long task: done, total, rate and time left, on one line that is overwritten. */
public final class ProgressBar {

    private static final int CELLS = 30;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long BETWEEN = NANOS_PER_SECOND / 5;
    private static final int PERCENT = 100;
    private static final int SECONDS_PER_MINUTE = 60;

    private final PrintStream out;
    private final String what;
    private final long total;
    private final LongSupplier nanoTime;
    private final long began;
    private long shownAt;

    /**
     * A bar.
     *
     * @param total amount of work at the end
     * @param nanoTime elapsed time
     */
    public ProgressBar(PrintStream out, String what, long total, LongSupplier nanoTime) {
        this.out = out;
        this.what = what;
        this.total = total;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
        this.shownAt = began - BETWEEN;
    }

    /** Reports the amount done; shown at most five times a second. */
    public void at(long done) {
        long now = nanoTime.getAsLong();
        if (now - shownAt >= BETWEEN) {
            shownAt = now;
            out.print('\r' + line(done, now));
            out.flush();
        }
    }

    /** The work has ended. */
    public void end(long done) {
        out.println('\r' + line(done, nanoTime.getAsLong()));
    }

    private String line(long done, long now) {
        double share = total == 0 ? 1 : Math.min(1, (double) done / total);
        int filled = (int) Math.round(share * CELLS);
        double seconds = Math.max(1e-3, (double) (now - began) / NANOS_PER_SECOND);
        double rate = done / seconds;
        long left = rate <= 0 ? 0 : Math.round((total - done) / rate);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3d %%  %,d of %,d  %,.0f/s  %s left ",
                what,
                "#".repeat(filled),
                ".".repeat(CELLS - filled),
                Math.round(share * PERCENT),
                done,
                total,
                rate,
                left >= SECONDS_PER_MINUTE
                        ? left / SECONDS_PER_MINUTE + " min " + left % SECONDS_PER_MINUTE + " s"
                        : left + " s");
    }
}
