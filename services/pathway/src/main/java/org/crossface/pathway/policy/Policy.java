package org.crossface.pathway.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.crossface.pathway.vocabulary.SiteCalendar;

/**
 * The values of all thresholds in one version of the policy, with the calendars of the surgery centres: all that a decision and a view reckon
 * with beside the pathway's own facts, so that both reckon with the same (ADR 58).
 *
 * @param version such as {@code 2024-1}; every decision's event names it
 * @param values of every {@link Threshold}
 * @param calendars of the surgery centres that have entered one, by the identifier of the centre
 */
public record Policy(String version, Map<Threshold, Integer> values, Map<String, SiteCalendar> calendars) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z0-9]+)}");
    private static final Policy DEFAULTS = ofDefaults();

    /** Keeps its own copy; a threshold without a value gets its default. */
    public Policy {
        Map<Threshold, Integer> whole = new EnumMap<>(Threshold.class);
        for (Threshold threshold : Threshold.values()) {
            whole.put(threshold, values.getOrDefault(threshold, threshold.byDefault()));
        }
        values = Collections.unmodifiableMap(whole);
        calendars = Map.copyOf(calendars);
    }

    /** A policy without a calendar that somebody entered. */
    public Policy(String version, Map<Threshold, Integer> values) {
        this(version, values, Map.of());
    }

    /** On which days a surgery centre works: Monday to Friday while it has entered nothing else. */
    public SiteCalendar calendarOf(String siteId) {
        return calendars.getOrDefault(siteId, SiteCalendar.mondayToFriday());
    }

    /** The same policy with these calendars. */
    public Policy with(Map<String, SiteCalendar> entered) {
        return new Policy(version, values, entered);
    }

    /** The defaults of the clinical reference. */
    public static Policy defaults() {
        return DEFAULTS;
    }

    private static Policy ofDefaults() {
        return new Policy("default-1", Map.of());
    }

    /** The value of a threshold, in its unit. */
    public int of(Threshold threshold) {
        return values.getOrDefault(threshold, threshold.byDefault());
    }

    /**
     * The value of a threshold as a length of time.
     *
     * @throws IllegalArgumentException if its unit has no fixed length
     */
    public Duration durationOf(Threshold threshold) {
        int value = of(threshold);
        return switch (threshold.unit()) {
            case SECONDS -> Duration.ofSeconds(value);
            case MINUTES -> Duration.ofMinutes(value);
            case HOURS -> Duration.ofHours(value);
            default -> throw new IllegalArgumentException(threshold + " is no length of time");
        };
    }

    /**
     * A sentence with the values of this policy: {@code {aldreteThreshold}} becomes {@code 9}.
     *
     * @throws IllegalArgumentException if a place names no threshold
     */
    public String fill(String sentence) {
        return sentence.indexOf('{') < 0 ? sentence : PLACE.matcher(sentence).replaceAll(this::words);
    }

    private String words(MatchResult place) {
        Threshold threshold = Threshold.named(place.group(1))
                .orElseThrow(() -> new IllegalArgumentException("There is no threshold " + place.group(1)));
        return threshold.unit().words(of(threshold));
    }

    /**
     * This policy with some thresholds changed, as another version. A change that names no threshold of today is left out: an earlier
     * release may have known it.
     */
    public Policy changed(String newVersion, List<ThresholdChange> changes) {
        Map<Threshold, Integer> changed = new EnumMap<>(values);
        changes.forEach(change ->
                Threshold.named(change.name()).ifPresent(threshold -> changed.put(threshold, change.value())));
        return new Policy(newVersion, changed, calendars);
    }
}
