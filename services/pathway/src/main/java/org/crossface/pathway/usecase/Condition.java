package org.crossface.pathway.usecase;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Rule;
import org.crossface.platform.api.decision.Verdict;

/**
 * A rule that only the state of the pathway decides, so that it can be told before anything is entered: whether it is met, since when and
 * until when, what is missing, from when time will meet it and which command would.
 *
 * @param rule what people know of it
 * @param name as a list of conditions shows it, such as {@code Aldrete}; empty when no list does
 * @param fulfilledBy commands that make it true, the most usual first; empty when none does
 * @param groundwork whether the other rules of the command make no sense while it is broken
 * @param asks what it asks of a situation
 */
public record Condition(
        Rule rule,
        String name,
        List<Class<? extends PathwayCommand>> fulfilledBy,
        boolean groundwork,
        Function<Situation, Verdict> asks) {

    /** Keeps its own copy of the list. */
    public Condition {
        fulfilledBy = List.copyOf(fulfilledBy);
    }

    /** A condition that carries out a rule which several conditions share. */
    public static Condition of(Rule rule, Function<Situation, Verdict> asks) {
        return new Condition(rule, "", List.of(), false, asks);
    }

    /** A condition without exception. */
    public static Condition hard(String id, String says, Function<Situation, Verdict> asks) {
        return of(Rule.hard(id, says), asks);
    }

    /** A condition whose threshold is part of the policy. */
    public static Condition policy(String id, String says, Function<Situation, Verdict> asks) {
        return of(Rule.policy(id, says), asks);
    }

    /** A condition that these roles may override with a reason. */
    public static Condition clinical(
            String id, String says, Set<Role> overriddenBy, Function<Situation, Verdict> asks) {
        return of(Rule.clinical(id, says, overriddenBy), asks);
    }

    /** This condition under a name, so that lists show it. */
    public Condition named(String listed) {
        return new Condition(rule, listed, fulfilledBy, groundwork, asks);
    }

    /** This condition with the commands that make it true. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Condition fulfilledBy(Class<? extends PathwayCommand>... commands) {
        return new Condition(rule, name, List.of(commands), groundwork, asks);
    }

    /** This condition as one without which the others make no sense. */
    public Condition asGroundwork() {
        return new Condition(rule, name, fulfilledBy, true, asks);
    }

    /** What it says of a situation. */
    public Verdict judge(Situation situation) {
        return asks.apply(situation);
    }
}
