package org.crossface.pathway.intake;

import java.time.LocalDate;
import java.time.Period;
import org.crossface.pathway.vocabulary.PartialDate;

/**
 * The completed years of a person on a day, a person born on 29 February completing a year on 1 March. Where only the year or the month of the
 * birth is known, there are two of them, and a rule decides by the one that is safe.
 *
 * @param least if the person was born on the last possible day
 * @param most if the person was born on the first possible day
 */
public record Age(int least, int most) {

    /** The age of a person born then. */
    public static Age on(LocalDate day, PartialDate born) {
        return new Age(
                Period.between(born.latest(), day).getYears(),
                Period.between(born.earliest(), day).getYears());
    }

    /** Whether the person has surely completed these years. */
    public boolean isAtLeast(int years) {
        return least >= years;
    }

    /** Whether the person has surely not completed these years. */
    public boolean isBelow(int years) {
        return most < years;
    }

    /** Such as {@code 54}, or {@code 54 or 55}. */
    public String words() {
        return least == most ? String.valueOf(least) : least + " or " + most;
    }
}
