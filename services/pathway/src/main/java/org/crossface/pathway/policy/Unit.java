package org.crossface.pathway.policy;

import java.util.Locale;

/** What the number of a threshold counts. */
public enum Unit {
    SECONDS("s"),
    MINUTES("min"),
    HOURS("h"),
    /** A full hour of the day, by the clock of the place. */
    O_CLOCK("o'clock"),
    DAYS("days"),
    /** Days on which the surgery centre works. */
    BUSINESS_DAYS("business days"),
    WEEKS("weeks"),
    /** Calendar months, clamped to the end of a shorter month. */
    MONTHS("months"),
    YEARS("years"),
    MILLIMETRES("mm"),
    GRAMS("g"),
    PERCENT("%"),
    /** Of a score. */
    POINTS("points"),
    /** Of attempts, channels, identifiers. */
    COUNT("in number"),
    CHARACTERS("characters"),
    /** 1 for yes, 0 for no. */
    YES_NO("0 or 1"),
    /** Tenths of a degree Celsius, since thresholds are whole numbers: 380 is 38.0. */
    TENTHS_OF_DEGREE("tenths of °C");

    private final String label;

    Unit(String label) {
        this.label = label;
    }

    /** As a person reads it, such as {@code min}. */
    public String label() {
        return label;
    }

    /** The number as a sentence shows it; tenths become a decimal number. */
    public String words(int value) {
        return this == TENTHS_OF_DEGREE ? String.format(Locale.ROOT, "%.1f", value / 10.0) : Integer.toString(value);
    }
}
