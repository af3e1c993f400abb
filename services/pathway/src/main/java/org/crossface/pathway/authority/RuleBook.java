package org.crossface.pathway.authority;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.platform.api.decision.Rule;
import org.crossface.platform.api.decision.RuleClass;

/** All rules that judge a command of the pathway, as the use cases declare them. */
public final class RuleBook {

    private RuleBook() {}

    /** Every rule once, in the order in which the use cases declare them. */
    public static List<Rule> all() {
        return UseCases.ALL.stream().flatMap(RuleBook::of).distinct().toList();
    }

    /** The clinical rules of this identifier; empty when there is none. */
    public static List<Rule> clinical(String id) {
        return all().stream()
                .filter(rule -> rule.id().equals(id) && rule.kind() == RuleClass.CLINICAL)
                .toList();
    }

    /** Public names of the commands that a clinical rule of this identifier judges. */
    public static Set<String> overridableIn(String id) {
        return UseCases.ALL.stream()
                .filter(useCase ->
                        of(useCase).anyMatch(rule -> rule.id().equals(id) && rule.kind() == RuleClass.CLINICAL))
                .map(useCase -> PathwayCommand.publicName(useCase.command().getSimpleName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rules that judge a command, conditions first. */
    static Stream<Rule> of(UseCase<?> useCase) {
        return Stream.concat(
                useCase.allConditions().stream().map(Condition::rule),
                useCase.allChecks().stream().map(Check::rule));
    }
}
