package org.crossface.pathway.neurotization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was measured on one nerve graft while it grew.
 *
 * @param insertedMm length that was put in, mm; {@code null} before the end of stage one, and when another centre did not tell
 * @param readings every look for the Tinel sign, in the order of recording
 * @param lastCheckedOn the latest day of a look for the Tinel sign or of an EMG, at the centre; {@code null} before the first
 */
public record GraftGrowth(
        @Nullable Double insertedMm,
        List<Tinel> readings,
        @Nullable LocalDate lastCheckedOn) {

    private static final int MM_PER_CM = 10;

    /** Keeps its own copy of the readings. */
    public GraftGrowth {
        readings = List.copyOf(readings);
    }

    /**
     * A look for the Tinel sign.
     *
     * @param on day at the surgery centre
     * @param advanceMm from the coaptation, mm; 0 when there was no tingling
     */
    public record Tinel(LocalDate on, double advanceMm, boolean atDistalEnd) {}

    /** Before the harvest. */
    public static GraftGrowth none() {
        return new GraftGrowth(null, List.of(), null);
    }

    /** Of a graft that another centre put in. */
    static GraftGrowth ofInserted(@Nullable Double lengthCm) {
        return lengthCm == null ? none() : none().inserted(lengthCm);
    }

    /** The newest reading. */
    public Optional<Tinel> lastReading() {
        return readings.isEmpty() ? Optional.empty() : Optional.of(readings.getLast());
    }

    GraftGrowth inserted(double lengthCm) {
        return new GraftGrowth(lengthCm * MM_PER_CM, readings, lastCheckedOn);
    }

    GraftGrowth with(TinelAssessed tinel, LocalDate day) {
        Tinel reading = new Tinel(day, tinel.advanceMm(), tinel.atDistalEnd());
        return new GraftGrowth(
                        insertedMm,
                        Stream.concat(readings.stream(), Stream.of(reading)).toList(),
                        lastCheckedOn)
                .checkedOn(day);
    }

    GraftGrowth checkedOn(LocalDate day) {
        boolean later = lastCheckedOn == null || day.isAfter(lastCheckedOn);
        return later ? new GraftGrowth(insertedMm, readings, day) : this;
    }
}
