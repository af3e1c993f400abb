package org.crossface.pathway.aftercare;

/** How fast somebody has to act on a red flag. */
public enum RedFlagLevel {
    /** Emergency services; surgeon and anesthesiologist at once. */
    EMERGENCY(15),
    /** Surgeon calls back within 15 minutes, is there within 60. */
    FLAP_EMERGENCY(15),
    /** Surgeon on call within an hour. */
    URGENT_ONE_HOUR(60),
    /** Within four hours. */
    URGENT_FOUR_HOURS(240),
    /** Next working day. */
    ROUTINE(1440);

    private final int minutes;

    RedFlagLevel(int minutes) {
        this.minutes = minutes;
    }

    /** Minutes within which somebody has to answer; for {@link #ROUTINE} a day, which a weekend extends. */
    public int minutes() {
        return minutes;
    }
}
