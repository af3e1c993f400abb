package org.crossface.pathway.authority;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.usecase.UseCase.Unmet;
import org.crossface.platform.api.Role;

/**
 * Whether a command is offered to somebody who looks at a pathway, or why not: the conditions of its use case, asked of the pathway as it
 * stands. What is offered can still be refused for what is entered, and for nothing else.
 */
public sealed interface Availability {

    /**
     * The command can be given now.
     *
     * @param in the situation in which it can, the likeliest first
     */
    record Offered(List<Situation> in) implements Availability {}

    /**
     * The command cannot be given now.
     *
     * @param unmet what the likeliest situation has against it, the weightiest first; empty when it is for other roles
     * @param reason in plain words
     */
    record Locked(List<Unmet> unmet, String reason) implements Availability {

        /** When time alone will unlock it; empty when something has to be done. */
        public Optional<Instant> from() {
            List<Instant> lifted = unmet.stream()
                    .flatMap(each -> Optional.ofNullable(each.found().verdict().from()).stream())
                    .toList();
            return lifted.size() == unmet.size() ? lifted.stream().max(Instant::compareTo) : Optional.empty();
        }
    }

    /**
     * What to offer.
     *
     * @param now with any offset
     * @param policy the version in force
     */
    static Availability of(PathwayState state, CommandSpec command, Role role, OffsetDateTime now, Policy policy) {
        if (!command.allows(role)) {
            return new Locked(
                    List.of(),
                    "For " + command.roles().stream().map(Role::label).collect(joining(", ")));
        }
        return of(state, command.useCase(), now, policy);
    }

    /** What to offer to those whose task it is. */
    static Availability of(PathwayState state, UseCase<?> useCase, OffsetDateTime now, Policy policy) {
        List<Situation> situations = useCase.situations(state, now, policy);
        List<Situation> possible = situations.stream()
                .filter(each -> useCase.unmet(each).isEmpty())
                .toList();
        if (!possible.isEmpty()) {
            return new Offered(possible);
        }
        List<Unmet> unmet = useCase.unmet(situations.getFirst());
        return new Locked(unmet, unmet.getFirst().found().words());
    }
}
