package org.crossface.platform.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures of a store with few events and of one with many, taken in turns, so that what else goes on meets both. */
public final class Pairs {

    private final long few;
    private final long many;
    private final Map<String, Pair> pairs = new LinkedHashMap<>();

    /** Which of two figures is the better one. */
    private enum Better {
        MORE,
        LESS
    }

    private record Pair(Better better, List<Double> ofFew, List<Double> ofMany) {}

    /** For stores with these numbers of events. */
    public Pairs(long few, long many) {
        this.few = few;
        this.many = many;
    }

    /** Notes how much was done in a second in the store of this size. */
    public void rate(String what, long size, double perSecond) {
        add(what, size, perSecond, Better.MORE);
    }

    /** Notes how long something took in the store of this size. */
    void millis(String what, long size, double millis) {
        add(what, size, millis, Better.LESS);
    }

    private void add(String what, long size, double value, Better better) {
        System.out.printf("  %,12d  %-75s %,12.1f%n", size, what, value);
        Pair pair = pairs.computeIfAbsent(what, key -> new Pair(better, new ArrayList<>(), new ArrayList<>()));
        if (size == few) {
            pair.ofFew().add(value);
        } else {
            pair.ofMany().add(value);
        }
    }

    /** As a table: medians, their ratio, and the ratios of the single rounds, each so that less than 1 is worse with many events. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("| events stored | %,d | %,d | many : few | the rounds |".formatted(few, many));
        lines.add("|---|---|---|---|---|");
        pairs.forEach((what, pair) -> lines.add("| %s | %s | %s | %.2f | %.2f to %.2f |"
                .formatted(
                        what,
                        text(pair.better(), median(pair.ofFew())),
                        text(pair.better(), median(pair.ofMany())),
                        ratio(pair.better(), median(pair.ofFew()), median(pair.ofMany())),
                        ratios(pair).stream()
                                .mapToDouble(Double::doubleValue)
                                .min()
                                .orElse(Double.NaN),
                        ratios(pair).stream()
                                .mapToDouble(Double::doubleValue)
                                .max()
                                .orElse(Double.NaN))));
        return lines;
    }

    private static List<Double> ratios(Pair pair) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < Math.min(pair.ofFew().size(), pair.ofMany().size()); round++) {
            ratios.add(
                    ratio(pair.better(), pair.ofFew().get(round), pair.ofMany().get(round)));
        }
        return ratios;
    }

    private static String text(Better better, double value) {
        return (better == Better.MORE ? "%,.0f" : "%.1f").formatted(value);
    }

    private static double ratio(Better better, double few, double many) {
        return better == Better.MORE ? many / few : few / many;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
