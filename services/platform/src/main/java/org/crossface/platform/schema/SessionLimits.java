package org.crossface.platform.schema;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The longest waits for PostgreSQL of this program; each is a property below {@code crossface.postgres.limits}, of a second or more.
 *
 * @param connect for a connection to be made
 * @param answer for one answer of PostgreSQL in the sessions that serve people and event processors; PostgreSQL itself gives a statement up
 *     a second earlier
 * @param lock for a lock that another session holds, in these sessions
 * @param longAnswer for one answer in the owner's sessions, which make, fill and switch the views, and in the programs of the command line
 * @param migration for one statement of a migration, and for other nodes that migrate
 * @param pool for a connection of a pool
 * @param validation for the sign of life of a connection that is taken from a pool
 */
public record SessionLimits(
        @DefaultValue("5s") Duration connect,
        @DefaultValue("30s") Duration answer,
        @DefaultValue("10s") Duration lock,
        @DefaultValue("5m") Duration longAnswer,
        @DefaultValue("30m") Duration migration,
        @DefaultValue("5s") Duration pool,
        @DefaultValue("2s") Duration validation) {

    /** The defaults. */
    public static final SessionLimits USUAL = new SessionLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2));

    public SessionLimits {
        atLeastASecond("connect", connect);
        atLeastASecond("answer", answer);
        atLeastASecond("lock", lock);
        atLeastASecond("long-answer", longAnswer);
        atLeastASecond("migration", migration);
        atLeastASecond("pool", pool);
        atLeastASecond("validation", validation);
    }

    /** The driver counts in seconds and takes 0 for no limit. */
    private static void atLeastASecond(String name, Duration limit) {
        if (limit.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "crossface.postgres.limits." + name + " must be a second or more, not " + limit);
        }
    }

    /** The same, but for a connection and for each answer of a session that serves people. */
    public SessionLimits quick(Duration both) {
        return new SessionLimits(both, both, lock, longAnswer, migration, pool, validation);
    }

    /** Those that PostgreSQL enforces itself, as options of a session that serves people and event processors. */
    public String options() {
        return "-c statement_timeout=" + Math.max(1_000, answer.toMillis() - 1_000) + " -c lock_timeout="
                + lock.toMillis();
    }
}
