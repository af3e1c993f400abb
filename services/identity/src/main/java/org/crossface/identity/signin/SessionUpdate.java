package org.crossface.identity.signin;

/**
 * How a request saves the session that it has read, when another request of the same browser has signed in meanwhile.
 *
 * <p>Spring Security gives a session another identifier at each sign-in, and Spring Session writes all columns of the row with every request.
 * So a request that has read the row before and ends after (the browser fetches the icon of the page, a second tab asks for news) would
 * write the former identifier and no user over the new ones; the browser, which has the cookie with the new identifier, would be signed out
 * at once. Here a save under a former identifier only prolongs the session.
 */
public final class SessionUpdate {

    /** The parameters are those of Spring Session, in its order. PostgreSQL judges the newest version of the row, which it has locked. */
    public static final String QUERY = """
            UPDATE %TABLE_NAME% kept
               SET session_id = CASE WHEN saved.session_id = ANY (kept.former_ids) THEN kept.session_id ELSE saved.session_id END,
                   principal_name = CASE WHEN saved.session_id = ANY (kept.former_ids) THEN kept.principal_name
                                         ELSE saved.principal_name END,
                   former_ids = CASE WHEN saved.session_id = ANY (kept.session_id || kept.former_ids) THEN kept.former_ids
                                     ELSE kept.session_id || kept.former_ids END,
                   last_access_time = greatest(kept.last_access_time, saved.last_access_time),
                   max_inactive_interval = saved.max_inactive_interval,
                   expiry_time = greatest(kept.expiry_time, saved.expiry_time)
              FROM (SELECT CAST(? AS char(36)), CAST(? AS bigint), CAST(? AS int), CAST(? AS bigint), CAST(? AS varchar), CAST(? AS char(36)))
                AS saved (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
             WHERE kept.primary_id = saved.primary_id""";

    private SessionUpdate() {}
}
