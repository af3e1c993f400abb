package org.crossface.identity.signin;

import java.time.Duration;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Slows down the guessing of passwords, on all nodes together: within 15 minutes of system time 5 failed attempts of one user name from one
 * address, 20 of one user name and 50 from one address. An attempt is counted before the password is checked, so that concurrent attempts
 * do not slip through; a successful one is uncounted.
 */
public final class SignInThrottle {

    static final int OF_USER_FROM_ADDRESS = 5;
    static final int OF_USER = 20;
    static final int FROM_ADDRESS = 50;

    private static final int LONGEST_TEXT = 200;

    private final JdbcClient jdbc;

    public SignInThrottle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts an attempt.
     *
     * @throws TooManyAttempts if there have been too many; this one then does not count
     */
    void attempt(String userName, String address) {
        String user = key(userName);
        String from = key(address);
        jdbc.sql("DELETE FROM identity.sign_in_attempt WHERE at < clock_timestamp() - interval '15 minutes'")
                .update();
        long id = jdbc.sql("INSERT INTO identity.sign_in_attempt (user_name, address) VALUES (?, ?) RETURNING id")
                .params(user, from)
                .query(Long.class)
                .single();
        Recent recent = recent(user, from);
        if (recent.ofUserFromAddress() > OF_USER_FROM_ADDRESS
                || recent.ofUser() > OF_USER
                || recent.fromAddress() > FROM_ADDRESS) {
            jdbc.sql("DELETE FROM identity.sign_in_attempt WHERE id = ?")
                    .param(id)
                    .update();
            throw new TooManyAttempts(Duration.ofSeconds(Math.max(1, recent.oldestLeavesIn())));
        }
    }

    private Recent recent(String user, String from) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE user_name = :user AND address = :from) AS of_user_from_address,
                               count(*) FILTER (WHERE user_name = :user) AS of_user,
                               count(*) FILTER (WHERE address = :from) AS from_address,
                               coalesce(ceil(extract(epoch FROM min(at) + interval '15 minutes' - clock_timestamp())), 1)::bigint
                                 AS oldest_leaves_in
                          FROM identity.sign_in_attempt
                         WHERE user_name = :user OR address = :from""")
                .param("user", user)
                .param("from", from)
                .query(Recent.class)
                .single();
    }

    /** Forgets the failed attempts of this user name from this address. */
    void succeeded(String userName, String address) {
        jdbc.sql("DELETE FROM identity.sign_in_attempt WHERE user_name = ? AND address = ?")
                .params(key(userName), key(address))
                .update();
    }

    private static String key(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT).replace("\0", "");
        return folded.length() > LONGEST_TEXT ? folded.substring(0, LONGEST_TEXT) : folded;
    }

    private record Recent(long ofUserFromAddress, long ofUser, long fromAddress, long oldestLeavesIn) {}
}
