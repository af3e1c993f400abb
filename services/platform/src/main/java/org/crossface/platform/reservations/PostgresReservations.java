package org.crossface.platform.reservations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossface.platform.api.Occupations;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.transactions.TransactionOnDemand;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reservations as rows under a unique and an exclusion constraint. A statement that meets another holder's uncommitted row waits for that
 * transaction's end, so of two transactions that want the same, one gets it and the other gets {@code AlreadyReserved}.
 */
public final class PostgresReservations implements Reservations, Occupations {

    private final JdbcClient jdbc;
    private final TransactionOnDemand transactions;

    /**
     * @param jdbc joins the caller's transaction
     * @param transactions begins one when a command has none
     */
    public PostgresReservations(JdbcClient jdbc, TransactionOnDemand transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void reserve(String set, String key, String holder) {
        requireTransaction();
        // A conflict that raises an error would abort the caller's transaction.
        int inserted = jdbc.sql(
                        "INSERT INTO reservations.holding (set_name, key, holder) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(set, key, holder)
                .update();
        if (inserted == 0 && !holds(set, key, holder)) {
            throw new AlreadyReserved(set, key);
        }
    }

    private boolean holds(String set, String key, String holder) {
        return jdbc.sql("SELECT count(*) = 1 FROM reservations.holding WHERE set_name = ? AND key = ? AND holder = ?")
                .params(set, key, holder)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void occupy(String set, String resource, Instant from, Instant until, String holder) {
        requireTransaction();
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "The period ends at " + until + ", which is not after its beginning at " + from);
        }
        int inserted = jdbc.sql("INSERT INTO reservations.occupation (set_name, resource, period, holder)"
                        + " VALUES (?, ?, tstzrange(?, ?, '[)'), ?) ON CONFLICT DO NOTHING")
                .params(set, resource, utc(from), utc(until), holder)
                .update();
        if (inserted == 0) {
            throw new AlreadyReserved(set, resource);
        }
    }

    @Override
    public List<Period> of(String set, String resource, Instant from, Instant until) {
        return jdbc.sql("SELECT lower(period) AS from_at, upper(period) AS until_at FROM reservations.occupation"
                        + " WHERE set_name = ? AND resource = ? AND period && tstzrange(?, ?, '[)') ORDER BY 1, 2")
                .params(set, resource, utc(from), utc(until))
                .query((row, number) -> new Period(
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        row.getObject("until_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public Map<String, String> holders(String set, Collection<String> keys) {
        Map<String, String> found = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql("SELECT key, holder FROM reservations.holding WHERE set_name = ? AND key = ANY (?)")
                    .params(set, keys.toArray(String[]::new))
                    .query(row -> {
                        found.put(row.getString(1), row.getString(2));
                    });
        }
        return found;
    }

    @Override
    public void release(String set, String holder) {
        requireTransaction();
        jdbc.sql("DELETE FROM reservations.holding WHERE set_name = ? AND holder = ?")
                .params(set, holder)
                .update();
        jdbc.sql("DELETE FROM reservations.occupation WHERE set_name = ? AND holder = ?")
                .params(set, holder)
                .update();
    }

    /** A reservation is made only in the transaction of the events that it protects. */
    private void requireTransaction() {
        transactions.require();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
