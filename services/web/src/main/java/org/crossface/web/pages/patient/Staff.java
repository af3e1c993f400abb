package org.crossface.web.pages.patient;

import org.crossface.identity.users.User;
import org.crossface.identity.users.Users;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.PrivilegedPractitioner;
import org.crossface.platform.api.Role;
import org.crossface.web.pages.StaffNames;

/** Display names for the staff identifiers in events. */
public final class Staff implements StaffNames {

    private final Users users;
    private final ReferenceData reference;

    public Staff(Users users, ReferenceData reference) {
        this.users = users;
        this.reference = reference;
    }

    /** The name of a user or registered practitioner; the identifier itself if it is unknown. */
    @Override
    public String name(String id) {
        return users.withId(id)
                .map(User::displayName)
                .or(() -> reference.practitioner(id).map(PrivilegedPractitioner::name))
                .orElse(id);
    }

    /** Display name of a role in an event. */
    public static String role(String name) {
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return role.label();
            }
        }
        return name;
    }
}
