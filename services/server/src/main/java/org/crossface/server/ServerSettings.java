package org.crossface.server;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.crossface.billing.relay.ChargeTopics;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * The settings below {@code crossface} that the server itself reads; the modules read the others.
 *
 * @param home the directory of all data of the server
 * @param demo whether this is the demonstration, whose users have known passwords; only on loopback
 * @param postgres the PostgreSQL to use
 * @param kafka the Kafka to use
 */
record ServerSettings(
        Path home,
        @DefaultValue("false") boolean demo,
        @DefaultValue Postgres postgres,
        @DefaultValue Kafka kafka) {

    ServerSettings {
        home = home.toAbsolutePath().normalize();
    }

    static ServerSettings of(Environment environment) {
        return Binder.get(environment).bindOrCreate("crossface", ServerSettings.class);
    }

    /**
     * PostgreSQL.
     *
     * @param url of an external one; absent for the embedded one
     * @param port of the embedded one; absent for a free port that is kept
     */
    record Postgres(@Nullable String url, @Nullable Integer port) {
        OptionalInt wantedPort() {
            return port == null ? OptionalInt.empty() : OptionalInt.of(port);
        }

        boolean isEmbedded() {
            return url == null || url.isBlank();
        }
    }

    /**
     * Kafka.
     *
     * @param bootstrapServers of an external one; absent for the embedded one
     * @param port of the embedded one; absent for a free port that is kept
     * @param topicPrefix prefix of the topic names
     */
    record Kafka(
            @Nullable String bootstrapServers,
            @Nullable Integer port,
            @DefaultValue("") String topicPrefix) {
        ChargeTopics topics() {
            return new ChargeTopics(topicPrefix);
        }

        OptionalInt wantedPort() {
            return port == null ? OptionalInt.empty() : OptionalInt.of(port);
        }

        boolean isEmbedded() {
            return bootstrapServers == null || bootstrapServers.isBlank();
        }
    }
}
