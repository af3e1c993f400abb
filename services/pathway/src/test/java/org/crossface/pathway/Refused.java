package org.crossface.pathway;

import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;

/** Matches what a rule throws. */
public final class Refused {

    private Refused() {}

    /** A refusal by this rule. */
    public static Matcher<?> by(String rule) {
        return Matchers.matches(thrown ->
                thrown instanceof CommandRefused refused && refused.rule().equals(rule));
    }

    /** A refusal by this rule that names this component of the command. */
    public static Matcher<?> by(String rule, String field) {
        return Matchers.matches(thrown -> thrown instanceof CommandRefused refused
                && refused.rule().equals(rule)
                && refused.field().filter(field::equals).isPresent());
    }
}
