package org.crossface.web.pages.patient;

import java.util.List;
import org.crossface.identity.users.User;
import org.crossface.identity.users.Users;
import org.crossface.platform.api.Role;

/** What people call those whom events name by identifier. */
public final class Staff {

    private final Users users;

    public Staff(Users users) {
        this.users = users;
    }

    /** The name of a user; the identifier itself when it is none of a user. */
    public String name(String id) {
        return users.withId(id).map(User::displayName).orElse(id);
    }

    /** Whoever may act in this role. */
    List<User> inRole(Role role) {
        return users.all().stream()
                .filter(user -> user.roles().contains(role) && !user.disabled())
                .toList();
    }

    /** Every site and facility that somebody works at. */
    List<String> places() {
        return users.all().stream()
                .flatMap(user -> user.sites().stream())
                .distinct()
                .sorted()
                .toList();
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
