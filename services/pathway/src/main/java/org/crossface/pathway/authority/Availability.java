package org.crossface.pathway.authority;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crossface.pathway.AllowedAfterDeath;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.policy.Policy;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whether a command is offered to somebody who looks at a pathway, or why not yet. It tells in advance what the rules would say of the
 * state; the rules alone decide, with what is entered.
 */
public sealed interface Availability {

    /** The command can be given now. */
    record Offered() implements Availability {}

    /**
     * The command cannot be given now.
     *
     * @param reason in plain words
     * @param from the day from which it can be given; {@code null} when that is not known
     */
    record Locked(String reason, @Nullable LocalDate from) implements Availability {}

    /**
     * What to offer.
     *
     * @param today at the surgery centre
     * @param policy the version in force
     */
    static Availability of(PathwayState state, CommandSpec command, Role role, LocalDate today, Policy policy) {
        if (!command.allows(role)) {
            return new Locked(
                    "For " + command.roles().stream().map(Role::label).collect(Collectors.joining(", ")), null);
        }
        if (state.oversight().died() && !AllowedAfterDeath.class.isAssignableFrom(command.type())) {
            return new Locked("The patient has died", null);
        }
        Optional<Locked> waiting = Waiting.of(state, command, today, policy);
        if (waiting.isPresent()) {
            return waiting.get();
        }
        return command.phases().contains(state.phase())
                ? new Offered()
                : new Locked(
                        "Not while the pathway is "
                                + FieldReader.sentence(state.phase().name()).toLowerCase(Locale.ROOT),
                        null);
    }
}
