package org.crossface.pathway.oversight.correction;

import static java.util.stream.Collectors.joining;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.oversight.Contradiction;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the decision on a fact that lost its footing. */
final class ContradictionRules {

    private ContradictionRules() {}

    static final Condition ONE_IS_OPEN = Condition.hard(
            "REF-CONTRADICTION",
            "A decision is about a contradiction that is open.",
            on -> Verdict.refusedIf(
                    on.state().oversight().contradictions().isEmpty(),
                    "",
                    "No fact is contradicted",
                    "No action is needed"));

    static final Check<DecideContradiction> IT_IS_OPEN = Check.hard(
            "REF-CONTRADICTION",
            "A decision is about a contradiction that is open.",
            (state, command, given) -> Verdict.refusedIf(
                    find(state, command).isEmpty(),
                    "contradictionId",
                    "There is no such contradiction, or it came to its end",
                    "Choose one that is open"));

    static final Check<DecideContradiction> DECISION_IS_EXPLAINED = Check.hard(
            "INV-62",
            "A contradiction is decided by a role that may override its rule, else by a surgeon, with a reason of at least {reasonCharacters} characters.",
            (state, command, given) -> {
                if (command.reason().strip().length() < given.policy().of(Threshold.REASON_CHARACTERS)) {
                    return Verdict.refused(
                            "reason",
                            given.policy().fill("The reason has less than {reasonCharacters} characters"),
                            "Explain why the fact stands all the same");
                }
                return find(state, command)
                        .map(each -> deciders(each, given))
                        .filter(roles -> !roles.contains(given.role()))
                        .map(roles -> Verdict.refused(
                                "contradictionId",
                                "It is not for a " + given.role().label() + " to decide on it",
                                "Ask a colleague with one of these roles: "
                                        + roles.stream().map(Role::label).collect(joining(", "))))
                        .orElse(Verdict.ALLOWED);
            });

    private static Optional<Contradiction> find(PathwayState state, DecideContradiction command) {
        return state.oversight().contradictions().stream()
                .filter(each -> each.contradictionId().equals(command.contradictionId()))
                .findFirst();
    }

    private static Set<Role> deciders(Contradiction contradiction, Circumstances given) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        given.clinicalRules().apply(contradiction.rule()).forEach(rule -> roles.addAll(rule.overriddenBy()));
        return roles.isEmpty() ? EnumSet.of(Role.SURGEON) : roles;
    }
}
