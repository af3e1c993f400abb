package org.crossface.pathway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossface.platform.api.Occupations;
import org.crossface.platform.api.Reservations;

/** Reservations kept in memory, with the same answers as those in PostgreSQL. */
public final class HeldReservations implements Reservations, Occupations {

    private record Held(String set, String key, String holder, Instant from, Instant until) {}

    private final List<Held> held = new ArrayList<>();

    @Override
    public void reserve(String set, String key, String holder) {
        occupy(set, key, Instant.MIN, Instant.MAX, holder, true);
    }

    @Override
    public void occupy(String set, String resource, Instant from, Instant until, String holder) {
        occupy(set, resource, from, until, holder, false);
    }

    private void occupy(String set, String key, Instant from, Instant until, String holder, boolean againHasNoEffect) {
        for (Held each : held) {
            if (each.set().equals(set)
                    && each.key().equals(key)
                    && each.from().isBefore(until)
                    && from.isBefore(each.until())) {
                if (againHasNoEffect && each.holder().equals(holder)) {
                    return;
                }
                throw new AlreadyReserved(set, key);
            }
        }
        held.add(new Held(set, key, holder, from, until));
    }

    @Override
    public List<Period> of(String set, String resource, Instant from, Instant until) {
        return held.stream()
                .filter(each -> each.set().equals(set)
                        && each.key().equals(resource)
                        && each.from().isBefore(until)
                        && from.isBefore(each.until()))
                .map(each -> new Period(each.from(), each.until()))
                .sorted(Comparator.comparing(Period::from))
                .toList();
    }

    @Override
    public Map<String, String> holders(String set, Collection<String> keys) {
        return held.stream()
                .filter(each -> each.set().equals(set) && keys.contains(each.key()))
                .collect(Collectors.toMap(Held::key, Held::holder));
    }

    @Override
    public void release(String set, String holder) {
        held.removeIf(each -> each.set().equals(set) && each.holder().equals(holder));
    }

    /** The same, to be changed on its own. */
    public HeldReservations copy() {
        HeldReservations copy = new HeldReservations();
        copy.held.addAll(held);
        return copy;
    }

    /** Everything that is held, each as set, key and holder. */
    public Set<String> all() {
        return held.stream()
                .map(each -> each.set() + " " + each.key() + " " + each.holder())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
