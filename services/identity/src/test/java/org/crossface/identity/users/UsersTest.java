package org.crossface.identity.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossface.platform.api.Role;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class UsersTest {

    private static final TestPostgres postgres = TestPostgres.with(new ModuleSchema("identity"));
    private static final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 1024, 1);

    private final Users users = new Users(postgres.serverJdbc(), encoder, false);
    private final Users demoUsers = new Users(postgres.serverJdbc(), encoder, true);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void nobody() {
        postgres.ownerJdbc()
                .sql("TRUNCATE identity.app_user, identity.api_token, identity.spring_session CASCADE")
                .update();
    }

    @Test
    void aUserIsFoundByNameInAnyCase() {
        users.add(user("u1", "Mia.Ito"), "correct horse battery");

        assertThat(users.named(" MIA.ito ")).hasValueSatisfying(found -> {
            assertThat(found.id()).isEqualTo("u1");
            assertThat(found.roles()).containsExactlyInAnyOrder(Role.SURGEON, Role.SURGICAL_COORDINATOR);
            assertThat(found.sites()).containsExactly("site-bayview");
        });
    }

    @Test
    void thePasswordIsKeptAsAnArgon2idHash() {
        users.add(user("u1", "mia"), "correct horse battery");

        String hash = postgres.ownerJdbc()
                .sql("SELECT password_hash FROM identity.app_user")
                .query(String.class)
                .single();
        assertThat(hash).startsWith("$argon2id$");
        assertThat(users.hasPassword(user("u1", "mia"), "correct horse battery"))
                .isTrue();
        assertThat(users.hasPassword(user("u1", "mia"), "correct horse batterz"))
                .isFalse();
    }

    @Test
    void aNameIsTakenOnce() {
        users.add(user("u1", "mia"), "correct horse battery");
        assertThatThrownBy(() -> users.add(user("u2", "MIA"), "correct horse battery"))
                .isInstanceOf(UserNameTaken.class);
    }

    @Test
    void shortPasswordsAndThoseWithTheUserNameAreRefused() {
        assertThatThrownBy(() -> users.add(user("u1", "mia"), "eleven char"))
                .isInstanceOf(PasswordRefused.class)
                .hasMessageContaining("this has 11");
        assertThatThrownBy(() -> users.add(user("u1", "mia"), "correct Mia battery"))
                .isInstanceOf(PasswordRefused.class);
        users.add(user("u1", "mia"), "twelve chars");
    }

    @Test
    void aNewPasswordEndsSessionsAndTokens() {
        User mia = user("u1", "mia");
        users.add(mia, "correct horse battery");
        postgres.ownerJdbc()
                .sql("INSERT INTO identity.spring_session VALUES ('p', 's', 0, 0, 0, 0, 'u1')")
                .update();

        assertThatThrownBy(() -> users.changePassword(mia, "correct horse battery"))
                .isInstanceOf(PasswordRefused.class);
        users.changePassword(mia, "another good password");

        assertThat(users.hasPassword(mia, "another good password")).isTrue();
        assertThat(sessions()).isZero();
    }

    @Test
    void theServerCannotRemoveAUser() {
        users.add(user("u1", "mia"), "correct horse battery");
        assertThatThrownBy(() -> postgres.serverJdbc()
                        .sql("DELETE FROM identity.app_user")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void theFirstStartMakesAnAdministratorWhoMustChangeTheOneTimePassword() throws Exception {
        start(users, false).afterSingletonsInstantiated();

        Path file = home.resolve(FirstAdministrator.FILE);
        String password = Files.readString(file).strip();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(printed.toString(StandardCharsets.UTF_8)).containsOnlyOnce(password);
        assertThat(users.named("admin")).hasValueSatisfying(admin -> {
            assertThat(admin.mustChangePassword()).isTrue();
            assertThat(admin.roles()).containsExactly(Role.ADMINISTRATOR);
            assertThat(users.hasPassword(admin, password)).isTrue();
        });
    }

    @Test
    void aSecondStartLeavesTheAdministratorAlone() throws Exception {
        start(users, false).afterSingletonsInstantiated();
        String first = Files.readString(home.resolve(FirstAdministrator.FILE));
        printed.reset();

        start(users, false).afterSingletonsInstantiated();

        assertThat(printed.size()).isZero();
        assertThat(Files.readString(home.resolve(FirstAdministrator.FILE))).isEqualTo(first);
    }

    @Test
    void aDemonstrationHasAUserForEachRoleAndSurgeonAndNoOneTimePassword() {
        start(demoUsers, true).afterSingletonsInstantiated();
        start(demoUsers, true).afterSingletonsInstantiated();

        assertThat(demoUsers.all().stream()
                        .flatMap(user -> user.roles().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Role.SYSTEM)));
        assertThat(demoUsers.all().stream()
                        .filter(user -> user.roles().contains(Role.SURGEON))
                        .map(User::id))
                .containsExactlyInAnyOrder("surgeon-osei", "surgeon-varga", "surgeon-meier");
        assertThat(demoUsers.named("surgical-coordinator")).isPresent();
        assertThat(home.resolve(FirstAdministrator.FILE)).doesNotExist();
    }

    @Test
    void noDemonstrationUserIsLeftWhenTheServerIsNoDemonstrationAnyMore() {
        start(demoUsers, true).afterSingletonsInstantiated();
        postgres.ownerJdbc()
                .sql("INSERT INTO identity.spring_session VALUES ('p', 's', 0, 0, 0, 0, 'surgeon-osei')")
                .update();

        start(users, false).afterSingletonsInstantiated();

        assertThat(users.named("surgeon")).isEmpty();
        assertThat(users.withId("surgeon-osei")).isEmpty();
        assertThat(users.all()).extracting(User::userName).containsExactly("admin");
        assertThat(sessions()).isZero();
    }

    private UserStart start(Users known, boolean demo) {
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new UserStart(known, new FirstAdministrator(known, home, new SecureRandom(), console), demo);
    }

    private static long sessions() {
        return postgres.ownerJdbc()
                .sql("SELECT count(*) FROM identity.spring_session")
                .query(Long.class)
                .single();
    }

    private static User user(String id, String name) {
        return new User(
                id,
                name,
                "Mia Ito",
                Set.of(Role.SURGEON, Role.SURGICAL_COORDINATOR),
                "org-practice",
                Set.of("site-bayview"),
                false,
                false);
    }
}
