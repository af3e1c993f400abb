package org.crossface.identity.users;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.crossface.identity.CurrentActor;
import org.crossface.platform.api.Role;

/**
 * A user who may sign in.
 *
 * @param id opaque identifier, used in events and the access log
 * @param userName in lower case
 * @param roles in which the user may act, one at a time; at least one
 * @param organisation identifier of the organisation
 * @param sites identifiers of the sites whose cases the user may see
 * @param mustChangePassword whether nothing else is allowed before the password has been changed
 */
public record User(
        String id,
        String userName,
        String displayName,
        Set<Role> roles,
        String organisation,
        Set<String> sites,
        boolean disabled,
        boolean mustChangePassword) {

    public User {
        if (roles.isEmpty() || roles.contains(Role.SYSTEM)) {
            throw new IllegalArgumentException("A user has at least one role, and never that of the service itself");
        }
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
        sites = Set.copyOf(sites);
    }

    /**
     * This user, acting in one of his or her roles.
     *
     * @throws IllegalArgumentException if the user does not have the role
     */
    public CurrentActor actingAs(Role role) {
        if (!roles.contains(role)) {
            throw new IllegalArgumentException("The user " + id + " does not have the role " + role);
        }
        return new CurrentActor(id, userName, displayName, role, organisation, sites);
    }
}
