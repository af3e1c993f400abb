package org.crossface.pathway.authority;

import java.util.stream.Collectors;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.decision.Grounds;
import org.crossface.platform.api.decision.Rule;

/** The refusal by INV-68, in the same words wherever the authority table is asked. */
public final class NotTheirTask {

    private static final Rule RULE = Rule.hard("INV-68", "Everyone does what the authority table gives their role.")
            .on(Grounds.ROLE);

    private NotTheirTask() {}

    /** A role gives a command that is not among its tasks. */
    public static CommandRefused of(CommandSpec spec) {
        return refused(
                spec.title() + " is not among the tasks of this role",
                "Ask one of these: " + spec.roles().stream().map(Role::label).collect(Collectors.joining(", ")));
    }

    /** Somebody gives a command that the table does not know. */
    static CommandRefused unknown(Class<?> command) {
        return refused(command.getSimpleName() + " is in no row of the authority table", "Ask the administrator");
    }

    private static CommandRefused refused(String finding, String remedy) {
        return RULE.refusal("", finding, remedy);
    }
}
