package org.crossface.identity.signin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossface.identity.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells which sessions are still valid, whichever node ended them: a session ends by signing out, by a change of password, roles or sites,
 * by disabling its user, and by time.
 */
public final class OpenSessions {

    private final JdbcClient jdbc;

    public OpenSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those of these sessions that are still valid, in one query.
     *
     * @param sessions actors by the identifier of their session
     */
    public Set<String> among(Map<String, CurrentActor> sessions) {
        return jdbc
                .sql("""
                        SELECT s.session_id, u.roles, u.sites
                          FROM identity.spring_session s JOIN identity.app_user u ON u.id = s.principal_name
                         WHERE s.session_id = ANY (?) AND NOT u.disabled
                           AND s.expiry_time > extract(epoch FROM clock_timestamp()) * 1000""")
                .param(sessions.keySet().toArray(String[]::new))
                .query((row, number) -> new Open(
                        row.getString("session_id").strip(),
                        Set.of((String[]) row.getArray("roles").getArray()),
                        Set.of((String[]) row.getArray("sites").getArray())))
                .list()
                .stream()
                .filter(open -> Optional.ofNullable(sessions.get(open.id()))
                        .filter(open::lets)
                        .isPresent())
                .map(Open::id)
                .collect(Collectors.toSet());
    }

    private record Open(String id, Set<String> roles, Set<String> sites) {

        private boolean lets(CurrentActor actor) {
            return roles.contains(actor.role().code()) && sites.containsAll(actor.sites());
        }
    }
}
