package org.crossface.platform.drill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What appenders asked of the store, unit of work by unit of work, and what they were told: the oracle for what must be stored. */
final class UnitHistory {

    /** What the appender was told. */
    enum Outcome {
        /** The events are durable. */
        ACKNOWLEDGED,
        /** A conflict, an overload or the appender's own rollback: nothing may be stored. */
        REFUSED,
        /** The connection broke: all or nothing is stored. */
        UNKNOWN
    }

    private record Unit(int events, Outcome outcome) {}

    private final List<String> wronglyRefused = new CopyOnWriteArrayList<>();

    private final Map<String, Unit> units = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();

    /** @param events how many events the unit has, without those of savepoints that it rolled back */
    void ended(String unit, int events, Outcome outcome) {
        units.put(unit, new Unit(events, outcome));
        if (outcome == Outcome.ACKNOWLEDGED) {
            acknowledged.addAndGet(events);
        }
    }

    /** A unit that nothing stood in the way of was refused: whatever befell its neighbours, it should have been stored. */
    void wronglyRefused(String unit, int events, RuntimeException refusal) {
        ended(unit, events, Outcome.REFUSED);
        wronglyRefused.add("unit " + unit + " was refused, though it races with none: " + refusal);
    }

    long acknowledgedEvents() {
        return acknowledged.get();
    }

    /** Why outcomes are unknown: how often each kind of failure came. */
    void failed(RuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        failures.merge(
                failure.getClass().getSimpleName() + " from " + root.getClass().getSimpleName(), 1, Integer::sum);
    }

    /** How often each kind of failure came. */
    Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    Map<Outcome, Long> counts() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(
                    outcome,
                    units.values().stream()
                            .filter(unit -> unit.outcome() == outcome)
                            .count());
        }
        return counts;
    }

    /**
     * What contradicts this history, one sentence each; empty when all is well.
     *
     * @param stored how many events of each unit are stored
     */
    List<String> contradictions(Map<String, Integer> stored) {
        List<String> found = new ArrayList<>(wronglyRefused);
        units.forEach((id, unit) -> {
            int there = stored.getOrDefault(id, 0);
            boolean right = switch (unit.outcome()) {
                case ACKNOWLEDGED -> there == unit.events();
                case REFUSED -> there == 0;
                case UNKNOWN -> there == 0 || there == unit.events();
            };
            if (!right) {
                found.add("unit %s was %s with %d events, %d are stored"
                        .formatted(id, unit.outcome(), unit.events(), there));
            }
        });
        Map<String, Integer> unasked = new HashMap<>(stored);
        unasked.keySet().removeAll(units.keySet());
        unasked.forEach(
                (id, count) -> found.add(count + " events are stored of unit " + id + ", which nobody asked for"));
        return found;
    }
}
