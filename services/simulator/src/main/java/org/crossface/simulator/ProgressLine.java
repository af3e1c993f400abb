package org.crossface.simulator;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One line on the console that shows the simulated time. */
final class ProgressLine {

    private static final int WIDTH = 30;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final PrintStream out;
    private final boolean terminal;
    private final Script script;
    private final ZoneId zone;
    private long startedAt;
    private double startedWith;
    private int lastPercent = -10;

    ProgressLine(PrintStream out, boolean terminal, Script script, ZoneId zone) {
        this.out = out;
        this.terminal = terminal;
        this.script = script;
        this.zone = zone;
    }

    /** Whether the line is still empty. */
    boolean isFresh() {
        return lastPercent < 0;
    }

    /** Shows the simulated time and the counts. It writes only when the progress has grown by a whole percent. */
    void show(Instant now, int patients, int accepted, int refused) {
        double part = Math.clamp(
                (double) Duration.between(script.from(), now).toSeconds()
                        / Math.max(
                                1,
                                Duration.between(script.from(), script.until()).toSeconds()),
                0.0,
                1.0);
        int percent = (int) (part * 100);
        if (percent == lastPercent || (!terminal && percent / 10 == lastPercent / 10)) {
            return;
        }
        if (isFresh()) {
            startedAt = System.nanoTime();
            startedWith = part;
        }
        lastPercent = percent;
        int filled = (int) (part * WIDTH);
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        double played = part - startedWith;
        String left = played > 0.02 ? String.format(Locale.ROOT, "%.0f s left", seconds / played * (1 - part)) : "";
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
