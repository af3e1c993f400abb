package org.crossface.identity.signin;

import java.util.List;
import org.crossface.identity.CurrentActor;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * An authenticated actor. A user who has to change the password first has only the authority {@value #MUST_CHANGE_PASSWORD} and no role.
 */
public final class ActorAuthentication extends AbstractAuthenticationToken {

    /** The authority of a user who may do nothing but change the password. */
    public static final String MUST_CHANGE_PASSWORD = "MUST_CHANGE_PASSWORD";

    private static final long serialVersionUID = 1L;

    private final CurrentActor actor;

    public ActorAuthentication(CurrentActor actor, boolean mustChangePassword) {
        super(AuthorityUtils.createAuthorityList(List.of(
                mustChangePassword
                        ? MUST_CHANGE_PASSWORD
                        : "ROLE_" + actor.role().name())));
        this.actor = actor;
        setAuthenticated(true);
    }

    @Override
    public CurrentActor getPrincipal() {
        return actor;
    }

    /** Whether nothing else is allowed before the password has been changed. */
    public boolean mustChangePassword() {
        return getAuthorities().stream().anyMatch(each -> MUST_CHANGE_PASSWORD.equals(each.getAuthority()));
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
