package org.crossface.pathway.usecase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.oversight.Oversight;
import org.crossface.pathway.requirement.FieldRanges;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.CommandRefused;

/** Applies the rules of a use case to a command and tells all that are broken at once. */
public final class Judgement {

    private Judgement() {}

    /**
     * Judges a command. Where values are missing or out of their range, only that is told; where a condition that is groundwork is broken,
     * only that; otherwise every broken condition, then every broken check.
     *
     * @throws CommandRefused with every rule that is broken and not overridden
     */
    public static <C extends PathwayCommand> void judge(
            UseCase<C> useCase, PathwayState state, C command, Circumstances given) {
        refuseIfAny(broken(useCase, state, command, command, given));
    }

    /**
     * Every rule that a command breaks and that is not overridden, in the order in which people should hear of them.
     *
     * @param entry the command as its use case knows it
     * @param command the same
     */
    static <C> List<BrokenRule> broken(
            UseCase<C> useCase, PathwayState state, C entry, PathwayCommand command, Circumstances given) {
        List<BrokenRule> outOfRange = FieldRanges.outOfRange(command);
        if (!outOfRange.isEmpty()) {
            return outOfRange;
        }
        Situation situation = Situation.of(state, command, given);
        List<UseCase.Unmet> unmet = useCase.unmet(situation);
        List<BrokenRule> broken = new ArrayList<>();
        unmet.forEach(each -> broken.add(each.found()));
        if (unmet.stream().noneMatch(each -> each.condition().groundwork())) {
            GeneralRules.CHECKS.forEach(check -> add(broken, check, situation, command, given));
            useCase.checks().forEach(check -> add(broken, check, situation, entry, given));
        }
        return List.copyOf(broken);
    }

    /**
     * The overrides without which a command would have been refused, by rule.
     *
     * @param command one that {@link #judge} allowed
     */
    public static <C extends PathwayCommand> Map<String, Oversight.Granted> overridesUsed(
            UseCase<C> useCase, PathwayState state, C command, Circumstances given) {
        if (state.oversight().granted().isEmpty()) {
            return Map.of();
        }
        Situation situation = Situation.of(state, command, given);
        Map<String, Oversight.Granted> used = new LinkedHashMap<>();
        Stream<Optional<BrokenRule>> conditions =
                useCase.allConditions().stream().map(each -> situation.broken(each.rule(), each.judge(situation)));
        Stream<Optional<BrokenRule>> general = GeneralRules.CHECKS.stream()
                .map(each -> situation.broken(each.rule(), each.asks().judge(state, command, given)));
        Stream<Optional<BrokenRule>> checks = useCase.checks().stream()
                .map(each -> situation.broken(each.rule(), each.asks().judge(state, command, given)));
        Stream.of(conditions, general, checks)
                .flatMap(each -> each)
                .flatMap(Optional::stream)
                .forEach(found -> situation
                        .override(found, command.getClass())
                        .ifPresent(override -> used.put(found.rule().id(), override)));
        return used;
    }

    private static <C> void add(
            List<BrokenRule> broken, Check<? super C> check, Situation situation, C command, Circumstances given) {
        situation
                .broken(check.rule(), check.asks().judge(situation.state(), command, given))
                .filter(found -> !situation.overrides(found, command.getClass()))
                .ifPresent(broken::add);
    }

    private static void refuseIfAny(List<BrokenRule> broken) {
        if (!broken.isEmpty()) {
            throw new CommandRefused(broken);
        }
    }
}
