package org.crossface.pathway.requirement;

import java.util.ArrayList;
import java.util.List;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.decision.RuleClass;
import org.jspecify.annotations.Nullable;

/** Several rules of one command beside the pathway: a refusal names every one that does not hold, so that people correct all at once. */
public final class Requirements {

    private final List<BrokenRule> broken = new ArrayList<>();

    /**
     * Notes a rule that does not hold.
     *
     * @param rule such as {@code REF-SITE}
     * @param field component of the command at fault; {@code null} when it is the state
     */
    public Requirements that(
            boolean holds, String rule, @Nullable String field, String sentence, String finding, String remedy) {
        if (!holds) {
            broken.addAll(new CommandRefused(rule, RuleClass.HARD, field, sentence, finding, remedy).broken());
        }
        return this;
    }

    /**
     * Refuses if a rule does not hold.
     *
     * @throws CommandRefused with every rule that does not hold, in the order of asking
     */
    public void demand() {
        if (!broken.isEmpty()) {
            throw new CommandRefused(broken);
        }
    }
}
