package org.crossface.pathway;

/** Applies rules to a command, in their order, and stops at the first that refuses. */
final class Judgement {

    private Judgement() {}

    static <C extends PathwayCommand> void judge(
            PathwayState state, C command, Circumstances given, Iterable<? extends Rule<? super C>> rules) {
        for (Rule<? super C> rule : rules) {
            if (rule.judge(state, command, given) instanceof Verdict.Refused refused) {
                Invariant invariant = rule.invariant();
                if (!overridden(state, invariant, command, given)) {
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
    }

    private static boolean overridden(
            PathwayState state, Invariant invariant, PathwayCommand command, Circumstances given) {
        return invariant.kind() == RuleClass.CLINICAL
                && state.oversight()
                        .overrides(invariant.value(), command.getClass().getSimpleName(), given.now());
    }
}
