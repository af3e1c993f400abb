package org.crossface.pathway.authority;

import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.usecase.UseCase;
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

    /** The rules that judge a command, conditions first. */
    static Stream<Rule> of(UseCase<?> useCase) {
        return Stream.concat(
                useCase.allConditions().stream().map(Condition::rule),
                useCase.allChecks().stream().map(Check::rule));
    }
}
