package org.crossface.web.admission;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.platform.api.Role;

/** Who may send a request to an operation. */
sealed interface Access {

    /** Everybody, whether signed in or not. */
    record Anyone() implements Access {}

    /** Every signed-in user. */
    record SignedIn() implements Access {}

    /** Every user who is signed in in one of these roles. */
    record OneOf(Set<Role> roles) implements Access {}

    /**
     * Whose role the authority table gives the commands that the operation gives.
     *
     * @param named the commands, by the variables of the path; none for an address that names none, where the controller says so
     * @param stream variable of the path that holds the identifier of the stream; empty when the command opens one
     */
    record Gives(Function<Map<String, String>, Set<CommandSpec>> named, Optional<String> stream) implements Access {}
}
