package org.crossface.platform.api.decision;

/**
 * A rule and what it has against a command.
 *
 * @param says the rule in a sentence, with the numbers that were in force for the decision
 */
public record BrokenRule(Rule rule, String says, Verdict.Refused verdict) {

    /** A rule whose sentence holds no number of the policy. */
    public BrokenRule(Rule rule, Verdict.Refused verdict) {
        this(rule, rule.says(), verdict);
    }

    /** This broken rule, saying it with the numbers of a policy. */
    public BrokenRule saying(String sentence) {
        return new BrokenRule(rule, sentence, verdict);
    }

    /** What is so and what would help, in one line. */
    public String words() {
        return verdict.finding() + ". " + verdict.remedy() + ".";
    }
}
