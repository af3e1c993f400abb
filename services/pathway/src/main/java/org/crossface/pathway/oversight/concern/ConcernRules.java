package org.crossface.pathway.oversight.concern;

import java.util.Locale;
import java.util.Optional;
import org.crossface.pathway.oversight.Concern;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;

/** Rules of what must be looked into. */
final class ConcernRules {

    private ConcernRules() {}

    static final Condition ONE_IS_OPEN = Condition.hard(
            "REF-CONCERN",
            "A concern is closed once, while it is open.",
            on -> Verdict.refusedIf(
                    on.state().oversight().concerns().isEmpty(), "", "No concern is open", "No action is needed"));

    static final Check<CloseConcern> IT_IS_OPEN = Check.hard(
            "REF-CONCERN",
            "A concern is closed once, while it is open.",
            (state, command, given) -> Verdict.refusedIf(
                    find(state, command).isEmpty(),
                    "concernId",
                    "There is no such open concern",
                    "Choose one that is open"));

    static final Check<CloseConcern> ITS_OWNER_CLOSES_IT = Check.hard(
            "SEQ-CONCERN",
            "The quality auditor closes a review; the surgeon closes a decision and a disclosure.",
            (state, command, given) -> find(state, command)
                    .filter(concern -> !concern.kind().owners().contains(given.role()))
                    .map(concern -> Verdict.refused(
                            "concernId",
                            "It is no task of the " + given.role().label().toLowerCase(Locale.ROOT),
                            "It is closed by the "
                                    + concern.kind().owners().stream()
                                            .map(Role::label)
                                            .map(label -> label.toLowerCase(Locale.ROOT))
                                            .findFirst()
                                            .orElse("")))
                    .orElse(Verdict.ALLOWED));

    private static Optional<Concern> find(PathwayState state, CloseConcern command) {
        return state.oversight().concerns().stream()
                .filter(each -> each.concernId().equals(command.concernId()))
                .findFirst();
    }
}
