package org.crossface.simulator;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One line on the console that shows how far the simulated time has come. */
final class ProgressLine {

    private static final int WIDTH = 30;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final PrintStream out;
    private final boolean terminal;
    private final Instant from;
    private final Instant until;
    private final ZoneId zone;
    private final long startedAt = System.nanoTime();
    private int lastPercent = -1;

    ProgressLine(PrintStream out, boolean terminal, Instant from, Instant until, ZoneId zone) {
        this.out = out;
        this.terminal = terminal;
        this.from = from;
        this.until = until;
        this.zone = zone;
    }

    /** Shows simulated time and what was done; writes only when a whole percent more is done. */
    void show(Instant now, int patients, int accepted, int refused) {
        double part = Math.clamp(
                (double) Duration.between(from, now).toSeconds()
                        / Math.max(1, Duration.between(from, until).toSeconds()),
                0.0,
                1.0);
        int percent = (int) (part * 100);
        if (percent == lastPercent || (!terminal && percent / 10 == lastPercent / 10)) {
            return;
        }
        lastPercent = percent;
        int filled = (int) (part * WIDTH);
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        String left = part > 0.02 ? String.format(Locale.ROOT, "%.0f s left", seconds / part - seconds) : "";
        String line = String.format(
                Locale.ROOT,
                "  [%s%s] %3d %%  %s  %d patients, %d commands, %d refused  %s",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                percent,
                MONTH.format(now.atZone(zone)),
                patients,
                accepted,
                refused,
                left);
        out.print(terminal ? "\r" + line + "    " : line + System.lineSeparator());
        out.flush();
    }

    /** Ends the line. */
    void end() {
        if (terminal) {
            out.println();
        }
    }
}
