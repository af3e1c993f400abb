package org.crossface.identity.signin;

import java.util.Optional;
import java.util.Set;
import org.crossface.identity.users.User;
import org.crossface.identity.users.Users;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Checks user name and password, for pages and API alike. */
public final class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final Users users;
    private final SignInThrottle throttle;
    private final PasswordEncoder encoder;
    private final String nobodysHash;

    public SignIn(Users users, SignInThrottle throttle, PasswordEncoder encoder) {
        this.users = users;
        this.throttle = throttle;
        this.encoder = encoder;
        this.nobodysHash = String.valueOf(encoder.encode("nobody has this password"));
    }

    /**
     * Signs a user in.
     *
     * @param role code of the role to act in; optional for a user with only one role
     * @param address network address of the client
     * @throws BadCredentialsException if user name and password do not belong together, the user is disabled or lacks the role
     * @throws TooManyAttempts if too many attempts have failed lately
     * @throws ChooseRole if the user has several roles and named none
     */
    public ActorAuthentication signIn(String userName, String password, @Nullable String role, String address) {
        User user = prove(userName, password, address);
        Role acting = choose(user, role);
        log.info("{} signed in as {}", user.id(), acting);
        return new ActorAuthentication(user.actingAs(acting), user.mustChangePassword());
    }

    /**
     * Checks user name and password.
     *
     * @throws BadCredentialsException if they do not belong together or the user is disabled
     * @throws TooManyAttempts if too many attempts have failed lately
     */
    public User prove(String userName, String password, String address) {
        throttle.attempt(userName, address);
        Optional<User> found = users.named(userName);
        if (!isTheirs(found, password) || found.get().disabled()) {
            log.warn(
                    "A sign-in failed{}", found.map(user -> " for " + user.id()).orElse(""));
            throw new BadCredentialsException("User name or password is wrong");
        }
        throttle.succeeded(userName, address);
        return found.get();
    }

    /** Takes as long for an unknown name, so that the time of the answer does not tell which names exist. */
    private boolean isTheirs(Optional<User> found, String password) {
        if (found.isEmpty()) {
            encoder.matches(password, nobodysHash);
            return false;
        }
        return users.hasPassword(found.get(), password);
    }

    private static Role choose(User user, @Nullable String code) {
        Set<Role> held = user.roles();
        if (code != null && !code.isBlank()) {
            return held.stream()
                    .filter(role -> role.code().equals(code) || role.name().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new BadCredentialsException("You do not have the role " + code));
        }
        if (held.size() > 1) {
            throw new ChooseRole(held);
        }
        return held.iterator().next();
    }
}
