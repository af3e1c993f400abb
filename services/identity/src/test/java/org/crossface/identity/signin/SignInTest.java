package org.crossface.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.crossface.identity.users.User;
import org.crossface.identity.users.Users;
import org.crossface.platform.api.Role;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class SignInTest {

    private static final String GOOD = "correct horse battery";
    private static final String HERE = "192.0.2.1";
    private static final TestPostgres postgres = TestPostgres.with(new ModuleSchema("identity"));
    private static final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 1024, 1);

    private final Users users = new Users(postgres.serverJdbc(), encoder, false);
    private final SignIn signIn = new SignIn(users, new SignInThrottle(postgres.serverJdbc()), encoder);

    @BeforeEach
    void twoUsers() {
        postgres.ownerJdbc()
                .sql("TRUNCATE identity.app_user, identity.sign_in_attempt CASCADE")
                .update();
        users.add(user("u1", "mia", Set.of(Role.SURGEON), false), GOOD);
        users.add(user("u2", "ben", Set.of(Role.OR_NURSE, Role.PACU_NURSE), false), GOOD);
    }

    @Test
    void theOneRoleOfAUserNeedsNotBeNamed() {
        ActorAuthentication signedIn = signIn.signIn("mia", GOOD, null, HERE);

        assertThat(signedIn.getPrincipal().role()).isEqualTo(Role.SURGEON);
        assertThat(signedIn.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_SURGEON");
    }

    @Test
    void whoHasSeveralRolesChoosesOne() {
        assertThatThrownBy(() -> signIn.signIn("ben", GOOD, null, HERE))
                .asInstanceOf(InstanceOfAssertFactories.type(ChooseRole.class))
                .extracting(ChooseRole::choices)
                .isEqualTo(Set.of(Role.OR_NURSE, Role.PACU_NURSE));
        assertThat(signIn.signIn("ben", GOOD, "PACU", HERE).getPrincipal().role())
                .isEqualTo(Role.PACU_NURSE);
        assertThatThrownBy(() -> signIn.signIn("ben", GOOD, "SU", HERE)).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void wrongPasswordUnknownNameAndDisabledUserLookTheSame() {
        users.disable("u2");
        List<String> messages = new ArrayList<>();
        for (String[] attempt : new String[][] {{"mia", "wrong password"}, {"nobody", GOOD}, {"ben", GOOD}}) {
            assertThatThrownBy(() -> signIn.signIn(attempt[0], attempt[1], null, HERE))
                    .isInstanceOfSatisfying(BadCredentialsException.class, e -> messages.add(e.getMessage()));
        }
        assertThat(Set.copyOf(messages)).hasSize(1);
    }

    @Test
    void whoMustChangeThePasswordHasNoRoleYet() {
        users.add(user("u3", "new", Set.of(Role.SURGEON), true), GOOD);

        assertThat(signIn.signIn("new", GOOD, null, HERE).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly(ActorAuthentication.MUST_CHANGE_PASSWORD);
    }

    @Test
    void afterFiveFailuresFromOneAddressEvenTheRightPasswordWaits() {
        fail("mia", HERE, SignInThrottle.OF_USER_FROM_ADDRESS);

        assertThatThrownBy(() -> signIn.signIn("mia", GOOD, null, HERE))
                .asInstanceOf(InstanceOfAssertFactories.type(TooManyAttempts.class))
                .extracting(TooManyAttempts::retryAfter)
                .asInstanceOf(InstanceOfAssertFactories.DURATION)
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        assertThat(signIn.signIn("mia", GOOD, null, "192.0.2.2").getPrincipal().id())
                .as("from elsewhere")
                .isEqualTo("u1");

        letPass("16 minutes");
        assertThat(signIn.signIn("mia", GOOD, null, HERE).getPrincipal().id()).isEqualTo("u1");
    }

    @Test
    void aSuccessForgetsTheFailuresBefore() {
        fail("mia", HERE, SignInThrottle.OF_USER_FROM_ADDRESS - 1);
        signIn.signIn("mia", GOOD, null, HERE);
        fail("mia", HERE, SignInThrottle.OF_USER_FROM_ADDRESS - 1);
        assertThat(signIn.signIn("mia", GOOD, null, HERE).getPrincipal().id()).isEqualTo("u1");
    }

    @Test
    void guessingOneUserFromManyAddressesIsSlowedDown() {
        for (int address = 0; address < SignInThrottle.OF_USER; address++) {
            fail("mia", "198.51.100." + address, 1);
        }
        assertThatThrownBy(() -> signIn.signIn("mia", GOOD, null, HERE)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void guessingManyUsersFromOneAddressIsSlowedDown() {
        for (int name = 0; name < SignInThrottle.FROM_ADDRESS; name++) {
            fail("nobody-" + name, HERE, 1);
        }
        assertThatThrownBy(() -> signIn.signIn("mia", GOOD, null, HERE)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void attemptsAtOnceDoNotSlipThrough() throws InterruptedException, ExecutionException {
        int looked = 0;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> guess = () -> {
                try {
                    signIn.signIn("mia", "wrong password", null, HERE);
                    return true;
                } catch (BadCredentialsException e) {
                    return true;
                } catch (TooManyAttempts e) {
                    return false;
                }
            };
            List<Future<Boolean>> guesses = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                guesses.add(executor.submit(guess));
            }
            for (Future<Boolean> each : guesses) {
                looked += each.get() ? 1 : 0;
            }
        }
        assertThat(looked).isLessThanOrEqualTo(SignInThrottle.OF_USER_FROM_ADDRESS);
    }

    private void fail(String user, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> signIn.signIn(user, "wrong password", null, address))
                    .isInstanceOf(BadCredentialsException.class);
        }
    }

    private static void letPass(String interval) {
        postgres.ownerJdbc()
                .sql("UPDATE identity.sign_in_attempt SET at = at - ?::interval")
                .param(interval)
                .update();
    }

    private static User user(String id, String name, Set<Role> roles, boolean mustChange) {
        return new User(id, name, "Someone", roles, "org-center", Set.of("site-bayview"), false, mustChange);
    }
}
