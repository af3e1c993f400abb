package org.crossface.identity.users;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossface.identity.CurrentActor;
import org.crossface.platform.api.Role;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The local users. Demonstration users exist only while the server runs as a demonstration: an installation that was a demonstration before
 * does not accept their passwords.
 */
public final class Users {

    /** One {@code @} with something before and behind it; whether it exists only a mail server knows. */
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s\\p{Cntrl}<>,;:\"]+@[^@\\s\\p{Cntrl}<>,;:\"]+");

    private static final int LONGEST_ADDRESS = 254;
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 128;
    private static final String COLUMNS =
            "id, user_name, display_name, roles, organisation, sites, disabled, must_change_password";

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final boolean demo;

    /**
     * @param demo whether the server runs as a demonstration, so that demonstration users exist
     */
    public Users(JdbcClient jdbc, PasswordEncoder encoder, boolean demo) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.demo = demo;
    }

    /** The user of this name, in any case of letters. */
    public Optional<User> named(String userName) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM identity.app_user WHERE user_name = ? AND (NOT demo OR ?)")
                .params(fold(userName), demo)
                .query(Users::user)
                .optional();
    }

    /** The user with this identifier. */
    public Optional<User> withId(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM identity.app_user WHERE id = ? AND (NOT demo OR ?)")
                .params(id, demo)
                .query(Users::user)
                .optional();
    }

    /** Every user, by name. */
    public List<User> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM identity.app_user WHERE NOT demo OR ? ORDER BY user_name")
                .param(demo)
                .query(Users::user)
                .list();
    }

    /** The mail address of a user; empty when the user has given none. */
    public Optional<String> mailAddress(String id) {
        return jdbc.sql("SELECT mail_address FROM identity.app_user WHERE id = ? AND mail_address IS NOT NULL")
                .param(id)
                .query(String.class)
                .optional();
    }

    /**
     * Sets the mail address of a user.
     *
     * @param address empty for none
     * @throws MailAddressRefused if it does not look like an address
     */
    public void changeMailAddress(String id, String address) {
        String given = address.strip();
        if (!given.isEmpty()
                && (given.length() > LONGEST_ADDRESS || !ADDRESS.matcher(given).matches())) {
            throw new MailAddressRefused();
        }
        jdbc.sql("UPDATE identity.app_user SET mail_address = nullif(?, '') WHERE id = ?")
                .params(given, id)
                .update();
    }

    /** A user who can be written to. */
    public record Reachable(String userId, String address) {}

    /** Of these users those who have a mail address, may sign in, have this role and see this site. */
    public List<Reachable> reachable(Collection<String> ids, Role role, String siteId) {
        return jdbc.sql("""
                        SELECT id, mail_address FROM identity.app_user
                         WHERE id = ANY (?) AND mail_address IS NOT NULL AND NOT disabled AND ? = ANY (roles)
                           AND (? = ANY (sites) OR ? = ANY (sites)) AND (NOT demo OR ?) ORDER BY id""")
                .params(ids.toArray(String[]::new), role.code(), siteId, CurrentActor.EVERY_SITE, demo)
                .query((row, number) -> new Reachable(row.getString("id"), row.getString("mail_address")))
                .list();
    }

    /** Whether this is the user's password. */
    public boolean hasPassword(User user, String password) {
        return jdbc.sql("SELECT password_hash FROM identity.app_user WHERE id = ?")
                .param(user.id())
                .query(String.class)
                .optional()
                .filter(hash -> encoder.matches(password, hash))
                .isPresent();
    }

    /**
     * Adds a user.
     *
     * @throws PasswordRefused if the password does not satisfy the rules
     * @throws UserNameTaken if the name or the identifier is taken
     */
    public void add(User user, String password) {
        requireGood(user.userName(), password);
        try {
            insert(user, password, false, "");
        } catch (DuplicateKeyException e) {
            throw new UserNameTaken(user.userName(), e);
        }
    }

    /** Adds a user unless the name or the identifier is taken; returns whether it did. */
    boolean addIfAbsent(User user, String password, boolean ofDemo) {
        return insert(user, password, ofDemo, " ON CONFLICT DO NOTHING") == 1;
    }

    private int insert(User user, String password, boolean ofDemo, String onConflict) {
        return jdbc.sql("""
                        INSERT INTO identity.app_user
                          (id, user_name, display_name, roles, organisation, sites, password_hash, disabled, must_change_password, demo)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""" + onConflict)
                .params(
                        user.id(),
                        fold(user.userName()),
                        user.displayName(),
                        codes(user),
                        user.organisation(),
                        user.sites().toArray(String[]::new),
                        encoder.encode(password),
                        user.disabled(),
                        user.mustChangePassword(),
                        ofDemo)
                .update();
    }

    /**
     * Gives a user a new password of his or her own choice; all sessions and tokens of the user end.
     *
     * @throws PasswordRefused if the password does not satisfy the rules or is the present one
     */
    public void changePassword(User user, String password) {
        requireGood(user.userName(), password);
        if (hasPassword(user, password)) {
            throw new PasswordRefused("The new password is the same as the present one");
        }
        jdbc.sql("UPDATE identity.app_user SET password_hash = ?, must_change_password = false WHERE id = ?")
                .params(encoder.encode(password), user.id())
                .update();
        signOutEverywhere(user.id());
    }

    /** Disables a user; all sessions and tokens of the user end. */
    public void disable(String id) {
        jdbc.sql("UPDATE identity.app_user SET disabled = true WHERE id = ?")
                .param(id)
                .update();
        signOutEverywhere(id);
    }

    /**
     * Gives a user other roles and sites; all sessions and tokens of the user end, since they act with the previous roles and sites.
     *
     * @throws IllegalArgumentException if there is no such user, no role, or the role of the service itself
     */
    public void changeAccess(String id, Set<Role> roles, Set<String> sites) {
        User known = withId(id).orElseThrow(() -> new IllegalArgumentException("There is no user " + id));
        User changed = new User(
                known.id(),
                known.userName(),
                known.displayName(),
                roles,
                known.organisation(),
                sites,
                known.disabled(),
                known.mustChangePassword());
        jdbc.sql("UPDATE identity.app_user SET roles = ?, sites = ? WHERE id = ?")
                .params(codes(changed), changed.sites().toArray(String[]::new), id)
                .update();
        signOutEverywhere(id);
    }

    private static String[] codes(User user) {
        return user.roles().stream().map(Role::code).toArray(String[]::new);
    }

    private void signOutEverywhere(String id) {
        jdbc.sql("DELETE FROM identity.api_token WHERE user_id = ?").param(id).update();
        jdbc.sql("DELETE FROM identity.spring_session WHERE principal_name = ?")
                .param(id)
                .update();
    }

    /** Ends sessions left by an earlier demonstration on this database. */
    void endSessionsOfDemoUsers() {
        jdbc.sql("""
                        DELETE FROM identity.spring_session
                         WHERE principal_name IN (SELECT id FROM identity.app_user WHERE demo)""").update();
    }

    private static void requireGood(String userName, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
            throw new PasswordRefused("A password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD
                    + " characters; this has " + length);
        }
        if (fold(password).contains(fold(userName))) {
            throw new PasswordRefused("A password does not contain the user name");
        }
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                row.getString("id"),
                row.getString("user_name"),
                row.getString("display_name"),
                strings(row.getArray("roles")).stream().map(Role::ofCode).collect(Collectors.toSet()),
                row.getString("organisation"),
                strings(row.getArray("sites")),
                row.getBoolean("disabled"),
                row.getBoolean("must_change_password"));
    }

    private static Set<String> strings(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).collect(Collectors.toSet());
    }
}
