package org.crossface.pathway;

import java.util.Objects;
import org.axonframework.test.matchers.Matchers;
import org.crossface.platform.api.decision.CommandRefused;
import org.hamcrest.Matcher;

/** Matches what a rule throws. */
public final class Refused {

    private Refused() {}

    /** A refusal by this rule, among others or alone. */
    public static Matcher<?> by(String rule) {
        return Matchers.matches(thrown -> thrown instanceof CommandRefused refused
                && refused.broken().stream()
                        .anyMatch(broken -> broken.rule().id().equals(rule)));
    }

    /** A refusal by this rule, among others or alone, that names this component of the command; an empty one stands for the state. */
    public static Matcher<?> by(String rule, String field) {
        return Matchers.matches(thrown -> thrown instanceof CommandRefused refused
                && refused.broken().stream()
                        .anyMatch(broken -> broken.rule().id().equals(rule)
                                && field.equals(Objects.requireNonNullElse(
                                        broken.verdict().field(), ""))));
    }
}
