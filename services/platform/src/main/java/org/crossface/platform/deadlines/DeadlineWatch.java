package org.crossface.platform.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.crossface.platform.deadlines.Deadlines.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells the deadlines that have passed and are not handled, and whether nobody works on them: their name is of another release, no node with
 * the role for them runs, or the work on one fails again and again. They are kept for ever, and handled as soon as a node serves them.
 */
public final class DeadlineWatch {

    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(60);
    private static final int MOST_FAILURES = 5;

    private final JdbcClient jdbc;
    private final Set<String> names;
    private final LongSupplier nanos;
    private final Map<String, Seen> seen = new HashMap<>();

    /** @param since elapsed time at which this was seen first */
    private record Seen(long number, Instant oldest, long since) {}

    /** @param names that this release serves, on whichever node */
    public DeadlineWatch(JdbcClient jdbc, Set<String> names) {
        this(jdbc, names, System::nanoTime);
    }

    /** @param nanos elapsed time, as of {@link System#nanoTime()} */
    DeadlineWatch(JdbcClient jdbc, Set<String> names, LongSupplier nanos) {
        this.jdbc = jdbc;
        this.names = Set.copyOf(names);
        this.nanos = nanos;
    }

    /** What waits, and whether somebody has to look into it; empty when nothing does. */
    public synchronized List<Reported> reported() {
        List<Waiting> waiting = Deadlines.waiting(jdbc, Duration.ZERO);
        seen.keySet().retainAll(waiting.stream().map(Waiting::name).toList());
        return waiting.stream()
                .map(each -> new Reported(each, names.contains(each.name()), isAlarming(each)))
                .toList();
    }

    /**
     * Deadlines of one name that have passed and are not handled.
     *
     * @param known whether this release serves the name
     * @param alarming whether nobody works on them
     */
    public record Reported(Waiting waiting, boolean known, boolean alarming) {}

    /** While many are worked off their number changes, however long it takes. */
    private boolean isAlarming(Waiting waiting) {
        long now = nanos.getAsLong();
        Seen before = seen.get(waiting.name());
        if (before == null
                || before.number() != waiting.number()
                || !before.oldest().equals(waiting.oldest())) {
            before = new Seen(waiting.number(), waiting.oldest(), now);
            seen.put(waiting.name(), before);
        }
        return !names.contains(waiting.name())
                || waiting.failures() >= MOST_FAILURES
                || now - before.since() >= LONGEST_STANDSTILL.toNanos();
    }
}
