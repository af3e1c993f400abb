package org.crossface.pathway.requirement;

import java.util.List;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.decision.RuleClass;
import org.jspecify.annotations.Nullable;

/** Rules of the aggregates beside the pathway, which have no state to share with time travel. */
public final class Requirement {

    private Requirement() {}

    /**
     * Refuses unless the condition holds.
     *
     * @param rule such as {@code REF-SITE}
     * @param field component of the command at fault; {@code null} when it is the state
     * @throws CommandRefused if it does not hold
     */
    public static void that(
            boolean holds, String rule, @Nullable String field, String sentence, String finding, String remedy) {
        if (!holds) {
            throw new CommandRefused(rule, RuleClass.HARD, field, sentence, finding, remedy);
        }
    }

    /**
     * Refuses a command whose components are missing or out of the range that their fields declare.
     *
     * @throws CommandRefused FIELD-RANGE
     */
    public static void fieldsInRange(Record command) {
        List<BrokenRule> broken = FieldRanges.outOfRange(command);
        if (!broken.isEmpty()) {
            throw new CommandRefused(broken);
        }
    }
}
