package org.crossface.web.admission;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.platform.api.Role;

/** The users who may send a request to an operation. */
sealed interface Access {

    /** Any caller, signed in or not. */
    record Anyone() implements Access {}

    /** Every signed-in user. */
    record SignedIn() implements Access {}

    /** Signed-in users in one of these roles. */
    record OneOf(Set<Role> roles) implements Access {}

    /**
     * Users whose role the authority table allows to give the operation's commands.
     *
     * @param named the commands, by the path variables; none for an unknown command, which the controller reports
     * @param stream variable of the path that holds the identifier of the stream; empty when the command opens one
     */
    record Gives(Function<Map<String, String>, Set<CommandSpec>> named, Optional<String> stream) implements Access {}
}
