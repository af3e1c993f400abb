package org.crossface.web.pages.patient;

import org.crossface.identity.users.User;
import org.crossface.identity.users.Users;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.ReferenceData.PrivilegedPractitioner;
import org.crossface.platform.api.Role;
import org.crossface.web.pages.StaffNames;

/** What people call those whom events name by identifier. */
public final class Staff implements StaffNames {

    private final Users users;
    private final ReferenceData reference;

    public Staff(Users users, ReferenceData reference) {
        this.users = users;
        this.reference = reference;
    }

    /** The name of a user or of a registered practitioner; the identifier itself when it is of neither. */
    @Override
    public String name(String id) {
        return users.withId(id)
                .map(User::displayName)
                .or(() -> reference.practitioner(id).map(PrivilegedPractitioner::name))
                .orElse(id);
    }

    /** What people call a role that an event names. */
    public static String role(String name) {
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return role.label();
            }
        }
        return name;
    }
}
