package org.crossface.platform.schema;

import org.jspecify.annotations.Nullable;

/**
 * The address of PostgreSQL and the roles to log in with. The embedded server provides one; an external server is described by {@link
 * PostgresProperties}.
 *
 * @param url JDBC address with the name of the database
 * @param admin a role that may create roles and grant on the database; {@code null} when an administrator has created the two roles
 * @param owner owns the schemas and runs the migrations
 * @param server the role in which the server works; it cannot change or remove append-only rows
 * @param limits of each wait for it
 */
public record PostgresEndpoint(String url, @Nullable Login admin, Login owner, Login server, SessionLimits limits) {

    /** With the usual limits. */
    public PostgresEndpoint(String url, @Nullable Login admin, Login owner, Login server) {
        this(url, admin, owner, server, SessionLimits.USUAL);
    }

    /** The same one with other limits. */
    public PostgresEndpoint with(SessionLimits others) {
        return new PostgresEndpoint(url, admin, owner, server, others);
    }
}
