package org.crossface.platform.drill;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossface.platform.drill.UnitHistory.Outcome;
import org.crossface.platform.eventstore.AppendFigures;
import org.crossface.platform.eventstore.StoreCheck;

/** What came of a torture: numbers, and everything that is wrong. */
record TortureReport(
        TortureSettings settings,
        Duration took,
        long events,
        long holes,
        Map<Outcome, Long> units,
        Map<String, Integer> failures,
        Optional<AppendFigures> grouped,
        int kills,
        List<Duration> outages,
        List<Reading> readings,
        List<String> contradictions,
        List<String> brokenInvariants) {

    private static final int EXAMPLES = 5;

    /** What one reader saw. */
    record Reading(String reader, boolean mustSeeAll, int seen, int broken, Positions.Difference difference) {}

    /** Prints a table. */
    void print(String title) {
        System.out.printf(
                "%n%s: %,d events in %d s (%,d/s), %,d positions unused; units %s; %d backends killed; crashes %s%n",
                title,
                events,
                took.toSeconds(),
                events * 1000 / Math.max(1, took.toMillis()),
                holes,
                units,
                kills,
                outages.stream().map(outage -> outage.toMillis() + " ms").toList());
        for (Reading reading : readings) {
            System.out.printf(
                    "  %-30s %,10d seen, %s; %d broken connections%s%n",
                    reading.reader(),
                    reading.seen(),
                    reading.difference(),
                    reading.broken(),
                    reading.mustSeeAll() ? "" : "  (control)");
        }
        grouped.ifPresent(figures -> System.out.printf(
                "  %,d units of work in %,d transactions of the group appender, %,d of them by themselves after a failure of their group%n",
                figures.units(), figures.transactions(), figures.alone()));
        System.out.println("  unknown because of " + failures);
        contradictions.stream().limit(EXAMPLES).forEach(each -> System.out.println("  CONTRADICTION " + each));
        brokenInvariants.forEach(each -> System.out.println("  BROKEN " + each));
        System.out.printf(
                "  %d contradictions of the history, %d of %d invariants broken%n",
                contradictions.size(), brokenInvariants.size(), StoreCheck.RULE_COUNT);
    }

    /** What was seen by this reader. */
    Reading of(String reader) {
        return readings.stream()
                .filter(reading -> reading.reader().equals(reader))
                .findFirst()
                .orElseThrow();
    }
}
