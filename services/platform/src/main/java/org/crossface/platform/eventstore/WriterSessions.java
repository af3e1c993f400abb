package org.crossface.platform.eventstore;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;

/** How the sessions are set up in which writers append for many units of work. */
public final class WriterSessions {

    private static final Duration LONGEST_LOCK_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    private WriterSessions() {}

    /**
     * Bounds how long one unit of work can hold up the others: who waits for another's open transaction gives up, and so does who waits for
     * a connection or an answer of the database. Set after the limits of other sessions, which these take the place of.
     *
     * @param config of the writers' pool
     * @param options of the session besides, each as {@code -c name=value}
     */
    public static void bound(HikariConfig config, String options) {
        config.setMinimumIdle(0);
        config.setConnectionTimeout(LONGEST_CONNECT.toMillis());
        config.addDataSourceProperty("options", (options + " -c lock_timeout=" + LONGEST_LOCK_WAIT.toMillis()).strip());
        config.addDataSourceProperty("connectTimeout", String.valueOf(LONGEST_CONNECT.toSeconds()));
        config.addDataSourceProperty("socketTimeout", String.valueOf(LONGEST_ANSWER.toSeconds()));
    }
}
