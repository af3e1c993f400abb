package org.crossface.platform.api.decision;

/** A rule and what it has against a command. */
public record BrokenRule(Rule rule, Verdict.Refused verdict) {

    /** What is so and what would help, in one line. */
    public String words() {
        return verdict.finding() + ". " + verdict.remedy() + ".";
    }
}
