package org.crossface.identity.signin;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.crossface.platform.api.Role;
import org.springframework.security.core.AuthenticationException;

/** The password is right, but the user has several roles and has named none of them. */
public final class ChooseRole extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Set<Role> choices;

    ChooseRole(Set<Role> choices) {
        super("Choose the role to act in");
        this.choices = Collections.unmodifiableSet(EnumSet.copyOf(choices));
    }

    /** The user's roles. */
    public Set<Role> choices() {
        return choices;
    }
}
