package org.crossface.platform.schema;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The external PostgreSQL, when there is one.
 *
 * @param url JDBC address; absent means the embedded server
 * @param adminUser a role that may create the other two; absent when they exist
 * @param poolSize most connections of this node in the server's role, besides {@code independentPoolSize}
 * @param independentPoolSize most connections for statements that must not take part in the caller's transaction
 * @param appendWriters writers of the group append, each a thread with a connection; 1 to 8
 * @param limits of each wait for PostgreSQL
 */
@ConfigurationProperties("crossface.postgres")
public record PostgresProperties(
        @Nullable String url,
        @Nullable String adminUser,
        @DefaultValue("") String adminPassword,
        @DefaultValue("crossface_owner") String ownerUser,
        @DefaultValue("") String ownerPassword,
        @DefaultValue("crossface_server") String serverUser,
        @DefaultValue("") String serverPassword,
        @DefaultValue("20") int poolSize,
        @DefaultValue("4") int independentPoolSize,
        @DefaultValue("1") int appendWriters,
        @DefaultValue SessionLimits limits) {

    /**
     * The endpoint that these properties describe.
     *
     * @throws IllegalStateException if no address is set
     */
    public PostgresEndpoint endpoint() {
        if (url == null) {
            throw new IllegalStateException("crossface.postgres.url is not set");
        }
        Login admin = adminUser == null ? null : new Login(adminUser, adminPassword);
        return new PostgresEndpoint(
                url, admin, new Login(ownerUser, ownerPassword), new Login(serverUser, serverPassword), limits);
    }
}
