package org.crossface.platform.bench;

import java.util.List;
import java.util.Map;

/**
 * The product in one of its settings.
 *
 * @param settings its properties
 */
record Variant(String name, Map<String, String> settings) {

    private static final String GROUP = "crossface.eventstore.group-append";
    private static final String CACHED = "crossface.eventstore.cached-aggregates";

    /** All that are compared, the best last. */
    static List<Variant> all() {
        return List.of(
                of("Crossface", false, 0),
                of("Crossface, cache", false, 10_000),
                of("Crossface, group", true, 0),
                of("Crossface, group and cache", true, 10_000));
    }

    private static Variant of(String name, boolean group, int cached) {
        return new Variant(name, Map.of(GROUP, Boolean.toString(group), CACHED, Integer.toString(cached)));
    }

    /** The fastest. */
    static Variant best() {
        return all().getLast();
    }
}
