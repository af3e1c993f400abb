package org.crossface.platform.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rates of several things, each at several numbers of stored events. */
public final class Figures {

    private final Map<String, Map<Long, Double>> rates = new LinkedHashMap<>();

    /** Notes a rate and shows it. */
    public void add(String what, long size, double perSecond) {
        System.out.printf("  %,12d  %-75s %,12.0f%n", size, what, perSecond);
        rates.computeIfAbsent(what, key -> new LinkedHashMap<>()).put(size, perSecond);
    }

    private SortedSet<Long> allSizes() {
        SortedSet<Long> sizes = new TreeSet<>();
        rates.values().forEach(each -> sizes.addAll(each.keySet()));
        return sizes;
    }

    /** At how many numbers of stored events anything was measured so far. */
    public int sizes() {
        return allSizes().size();
    }

    /** As a table, with the ratio of the most to the fewest stored events in the last column. */
    public List<String> table(Duration cap) {
        List<String> lines = new ArrayList<>();
        lines.add("Each from the first event on, for at most " + cap.toSeconds()
                + " s. The last column is the rate at the largest number of stored events, of those measured, over that at the"
                + " smallest.");
        lines.add("");
        StringBuilder head = new StringBuilder("| events stored |");
        StringBuilder rule = new StringBuilder("|---|");
        allSizes().forEach(size -> {
            head.append(" %,d |".formatted(size));
            rule.append("---|");
        });
        lines.add(head + " growth |");
        lines.add(rule + "---|");
        rates.forEach((what, bySize) -> {
            StringBuilder line = new StringBuilder("| " + what + " |");
            for (long size : allSizes()) {
                Double rate = bySize.get(size);
                line.append(rate == null ? " |" : " %,.0f |".formatted(rate));
            }
            lines.add(line + growth(new TreeMap<>(bySize)));
        });
        return lines;
    }

    private static String growth(SortedMap<Long, Double> bySize) {
        double first = bySize.firstEntry().getValue();
        double last = bySize.lastEntry().getValue();
        return bySize.size() < 2 || first == 0 ? " |" : " %.2f |".formatted(last / first);
    }
}
