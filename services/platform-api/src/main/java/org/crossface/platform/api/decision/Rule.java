package org.crossface.platform.api.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crossface.platform.api.Role;

/**
 * What people know of a rule: its name, how firmly it holds and its sentence. What it asks stands beside it, where the aggregate is that it
 * judges.
 *
 * @param id such as {@code INV-21}; several rules may carry out one of the reference
 * @param kind how firmly it holds
 * @param says the rule in a sentence that a nurse understands; {@code {aldreteThreshold}} stands for a value of the policy
 * @param overriddenBy roles that may override it; empty unless it is {@link RuleClass#CLINICAL}
 * @param grounds what it looks at
 */
public record Rule(String id, RuleClass kind, String says, Set<Role> overriddenBy, Grounds grounds) {

    /** @throws IllegalArgumentException if exactly one of the two holds: it is clinical, some role may override it */
    public Rule {
        overriddenBy = Set.copyOf(overriddenBy);
        if ((kind == RuleClass.CLINICAL) == overriddenBy.isEmpty()) {
            throw new IllegalArgumentException("A clinical rule, and no other, names who may override it: " + id);
        }
    }

    /** A rule about what is recorded and what was entered, as nearly all are. */
    public Rule(String id, RuleClass kind, String says, Set<Role> overriddenBy) {
        this(id, kind, says, overriddenBy, Grounds.CASE);
    }

    /** This rule, looking at something else than the case. */
    public Rule on(Grounds others) {
        return new Rule(id, kind, says, overriddenBy, others);
    }

    /** A rule without exception. */
    public static Rule hard(String id, String says) {
        return new Rule(id, RuleClass.HARD, says, Set.of());
    }

    /** A rule whose threshold is part of the policy. */
    public static Rule policy(String id, String says) {
        return new Rule(id, RuleClass.POLICY, says, Set.of());
    }

    /** A rule that these roles may override with a reason. */
    public static Rule clinical(String id, String says, Set<Role> overriddenBy) {
        return new Rule(id, RuleClass.CLINICAL, says, overriddenBy);
    }

    /** This rule as broken, when the verdict refuses. */
    public Optional<BrokenRule> broken(Verdict verdict) {
        return verdict instanceof Verdict.Refused refused
                ? Optional.of(new BrokenRule(this, refused))
                : Optional.empty();
    }

    /**
     * A refusal by this rule alone.
     *
     * @param field component of the command at fault; empty when it is not the command
     */
    public CommandRefused refusal(String field, String finding, String remedy) {
        return new CommandRefused(
                broken(Verdict.refused(field, finding, remedy)).stream().toList());
    }

    /**
     * Lets pass what this rule allows.
     *
     * @throws CommandRefused if the verdict refuses
     */
    public void demand(Verdict verdict) {
        broken(verdict).ifPresent(found -> {
            throw new CommandRefused(List.of(found));
        });
    }
}
