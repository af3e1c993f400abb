package org.crossface.pathway.usecase;

import java.util.Set;
import org.crossface.pathway.state.PathwayState;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Rule;
import org.crossface.platform.api.decision.Verdict;

/**
 * A rule about what was entered; a refusal names the component at fault. It changes nothing and asks no clock.
 *
 * @param <C> the command that it judges
 * @param rule what people know of it
 * @param asks what it asks of a command
 */
public record Check<C>(Rule rule, Question<C> asks) {

    /** What a check asks: a pure function. */
    @FunctionalInterface
    public interface Question<C> {

        Verdict judge(PathwayState state, C command, Circumstances given);
    }

    /** A check without exception. */
    public static <C> Check<C> hard(String id, String says, Question<C> asks) {
        return new Check<>(Rule.hard(id, says), asks);
    }

    /** A check whose threshold is part of the policy. */
    public static <C> Check<C> policy(String id, String says, Question<C> asks) {
        return new Check<>(Rule.policy(id, says), asks);
    }

    /** A check that these roles may override with a reason. */
    public static <C> Check<C> clinical(String id, String says, Set<Role> overriddenBy, Question<C> asks) {
        return new Check<>(Rule.clinical(id, says, overriddenBy), asks);
    }
}
