package org.crossface.billing.account;

import java.io.Serializable;
import org.crossface.pathway.CommandRefused;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.RuleReference;
import org.crossface.pathway.Verdict;

/**
 * One rule of the account as a pure function; always a reference to a static method that carries {@link Invariant}.
 *
 * @param <C> what it judges
 */
@FunctionalInterface
interface AccountRule<C> extends Serializable {

    Verdict judge(AccountState state, C command);

    /**
     * Lets the command pass or refuses it.
     *
     * @throws CommandRefused if the rule refuses
     */
    static <C> void demand(AccountState state, C command, AccountRule<? super C> rule) {
        if (rule.judge(state, command) instanceof Verdict.Refused refused) {
            Invariant invariant = RuleReference.of(rule);
            throw new CommandRefused(
                    invariant.value(),
                    invariant.kind(),
                    refused.field(),
                    invariant.says(),
                    refused.finding(),
                    refused.remedy());
        }
    }
}
