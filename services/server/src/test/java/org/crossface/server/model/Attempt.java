package org.crossface.server.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.crossface.identity.users.DemoUsers;
import org.crossface.identity.users.User;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * A command before it is sent.
 *
 * @param body its components as JSON has them, the identifier of its stream included
 * @param scope surgery centres of whoever sends it
 * @param lateReason why it is recorded only now; {@code null} when it is not said
 * @param why what the model had in mind, for the report of a failure
 */
record Attempt(
        CommandSpec spec,
        Map<String, Object> body,
        User user,
        Role role,
        Set<String> scope,
        @Nullable String lateReason,
        String why) {

    Attempt {
        body = new LinkedHashMap<>(body);
    }

    /** By the usual person of this role; what Crossface does by itself is given by somebody who has its role. */
    static Attempt by(Role role, CommandSpec spec, Map<String, Object> body, String why) {
        User user = userOf(role == Role.SYSTEM ? Role.SURGEON : role);
        return new Attempt(spec, body, user, role, user.sites(), null, why);
    }

    static User userOf(Role role) {
        return DemoUsers.all().stream()
                .filter(each -> each.roles().contains(role))
                .findFirst()
                .orElseThrow();
    }

    /** The same by somebody else, in his or her first role. */
    Attempt by(User other) {
        return new Attempt(spec, body, other, other.roles().iterator().next(), other.sites(), lateReason, why);
    }

    /** The same by somebody who works at these surgery centres. */
    Attempt within(Set<String> sites) {
        return new Attempt(spec, body, user, role, sites, lateReason, why + ", scope " + sites);
    }

    Attempt late(@Nullable String reason) {
        return new Attempt(spec, body, user, role, scope, reason, why);
    }

    /** The same with another value of one component. */
    Attempt with(String component, Object value) {
        Attempt changed = new Attempt(spec, body, user, role, scope, lateReason, why);
        changed.body.put(component, value);
        return changed;
    }

    @Override
    public String toString() {
        return spec.name() + " by " + user.id() + " (" + why + "): " + body
                + (lateReason == null ? "" : ", late: " + lateReason);
    }
}
