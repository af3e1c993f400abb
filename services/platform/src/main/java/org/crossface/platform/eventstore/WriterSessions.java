package org.crossface.platform.eventstore;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;

/** Settings of the sessions in which writers append for many units of work. */
public final class WriterSessions {

    private static final Duration LONGEST_LOCK_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    private WriterSessions() {}

    /**
     * Limits how long one unit of work can delay the others: an append that waits for another open transaction, for a connection or for an
     * answer of the database is given up. Set after the limits of other sessions, which these replace.
     *
     * @param config of the writers' pool
     * @param options further options of the session, each as {@code -c name=value}
     */
    public static void bound(HikariConfig config, String options) {
        config.setMinimumIdle(0);
        config.setConnectionTimeout(LONGEST_CONNECT.toMillis());
        config.addDataSourceProperty("options", (options + " -c lock_timeout=" + LONGEST_LOCK_WAIT.toMillis()).strip());
        config.addDataSourceProperty("connectTimeout", String.valueOf(LONGEST_CONNECT.toSeconds()));
        config.addDataSourceProperty("socketTimeout", String.valueOf(LONGEST_ANSWER.toSeconds()));
    }
}
