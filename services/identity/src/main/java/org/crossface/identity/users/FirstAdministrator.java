package org.crossface.identity.users;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.crossface.platform.api.Role;

/**
 * The first sign-in: on a database without users there is a user {@code admin} with a random one-time password, which is printed once and
 * written to a file that only the server's account can read. It has to be changed at the first sign-in.
 */
public final class FirstAdministrator {

    /** Name of the file with the one-time password, in the home directory. */
    public static final String FILE = "initial-admin-password";

    private static final int PASSWORD_BYTES = 18;

    private final Users users;
    private final Path home;
    private final SecureRandom random;
    private final PrintStream console;

    public FirstAdministrator(Users users, Path home, SecureRandom random, PrintStream console) {
        this.users = users;
        this.home = home;
        this.random = random;
        this.console = console;
    }

    /**
     * Creates the administrator if there are no users. The file is written first, so that a crash in between leaves no user with an unknown
     * password.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void createIfNobodyIsThere() {
        if (!users.all().isEmpty()) {
            return;
        }
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Path file = write(password);
        User admin = new User(
                "user-admin",
                "admin",
                "Administrator",
                Set.of(Role.ADMINISTRATOR),
                "org-practice",
                Set.of(),
                false,
                true);
        if (users.addIfAbsent(admin, password, false)) {
            console.printf(
                    "First start: sign in as admin with the one-time password %s (also in %s)%n", password, file);
        } else {
            remove(file);
        }
    }

    private Path write(String password) {
        Path file = home.resolve(FILE);
        try {
            Files.createDirectories(home);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, password + "\n", StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the administrator's one-time password to " + file, e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
