package org.crossface.messages.subscriptions;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.crossface.platform.api.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which users want the escalations and notices of which role. */
public final class Subscriptions {

    private final JdbcClient jdbc;

    public Subscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The roles whose messages a user wants. */
    public Set<Role> of(String userId) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(jdbc
                .sql("SELECT role FROM messages.subscription WHERE user_id = ?")
                .param(userId)
                .query(String.class)
                .list()
                .stream()
                .map(Role::ofCode)
                .toList());
        return roles;
    }

    /** Sets the roles whose messages a user wants; none ends all. */
    public void set(String userId, Collection<Role> roles) {
        String[] codes = roles.stream().map(Role::code).toArray(String[]::new);
        jdbc.sql("""
                        WITH gone AS (DELETE FROM messages.subscription WHERE user_id = :user AND role <> ALL (:roles))
                        INSERT INTO messages.subscription (user_id, role)
                        SELECT :user, role FROM unnest(:roles) AS wanted (role) ON CONFLICT DO NOTHING""").param("user", userId).param("roles", codes).update();
    }

    /** The users who want the messages of this role. */
    public List<String> subscribers(Role role) {
        return jdbc.sql("SELECT user_id FROM messages.subscription WHERE role = ? ORDER BY user_id")
                .param(role.code())
                .query(String.class)
                .list();
    }
}
