package org.crossface.platform.schema;

import java.time.Duration;
import java.util.Properties;

/** What every session of the product is set up with, in whichever role. */
public final class GuardedSession {

    /**
     * What was acknowledged is durable whatever the server's default is; and neither a transaction that hangs nor one whose client is gone
     * holds back the readers of the event store, or keeps its locks, for long.
     */
    public static final String OPTIONS = "-c synchronous_commit=on -c idle_in_transaction_session_timeout=60000"
            + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    /** Longer than any statement; without it, who reads from a host that vanished waits for the operating system. */
    public static final Duration LONGEST_STATEMENT = Duration.ofMinutes(5);

    private GuardedSession() {}

    /** The driver's properties of such a session. */
    public static Properties of(Login login) {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("options", OPTIONS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("socketTimeout", String.valueOf(LONGEST_STATEMENT.toSeconds()));
        return properties;
    }
}
