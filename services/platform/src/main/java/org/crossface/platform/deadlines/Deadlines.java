package org.crossface.platform.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The deadlines of one kind of work in PostgreSQL: one row per key, with the instant of the domain's clock at which it is due.
 *
 * <p>Whether one is due is decided by PostgreSQL's clock, moved by the offset of a demonstration, so that nodes whose clocks differ neither
 * wake early nor twice. A node leases the rows on which it works; the lease of a node that died runs out. Rows of a name that no running
 * node serves are kept for ever and are told by {@link #waiting}.
 */
public final class Deadlines {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final int MOST_DOUBLINGS = 12;
    private static final int LONGEST_FAILURE = 500;
    private static final String NEVER = "infinity";
    private static final String OFFSET =
            "coalesce((SELECT offset_ms FROM domain_time.clock), 0) * interval '1 millisecond'";

    private final JdbcClient jdbc;
    private final String name;

    /**
     * @param jdbc takes part in the caller's transaction, so that a processor moves deadlines together with its token
     * @param name of the kind of work; stored, so it stays when classes are renamed
     */
    public Deadlines(JdbcClient jdbc, String name) {
        this.jdbc = jdbc;
        this.name = name;
    }

    /** The name of the kind of work. */
    public String name() {
        return name;
    }

    /**
     * Sets each key's deadline in one statement; a key whose deadline is the same keeps its lease and its failures.
     *
     * @param deadlines instants in domain time by key; {@code null} for none. A key without a deadline keeps its row, so that all keys can
     *     be gone through when something changes for all of them
     */
    public void move(Map<String, @Nullable Instant> deadlines) {
        if (deadlines.isEmpty()) {
            return;
        }
        // In order of keys, so that two nodes that move the same ones do not wait for each other crosswise.
        Map<String, @Nullable Instant> sorted = new TreeMap<>(deadlines);
        jdbc.sql("""
                        INSERT INTO deadlines.deadline AS known (name, key, at)
                        SELECT ?, key, at FROM unnest(CAST(? AS text[]), CAST(? AS timestamptz[])) AS wanted (key, at)
                        ON CONFLICT (name, key) DO UPDATE
                           SET at = excluded.at, leased_until = NULL, failures = 0, failure = NULL
                         WHERE known.at <> excluded.at""")
                .params(name, sorted.keySet().toArray(String[]::new), texts(sorted.values()))
                .update();
    }

    /** Domain time by the clock that decides: PostgreSQL's, moved by the offset of a demonstration. */
    public Instant now() {
        return jdbc.sql("SELECT clock_timestamp() + " + OFFSET)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /**
     * The keys behind this one, in their order, with their deadlines.
     *
     * @param key the last one of the page before; empty for the first page
     */
    public List<Held> page(String key, int most) {
        return jdbc.sql(
                        "SELECT key, at::text AS at FROM deadlines.deadline WHERE name = ? AND key > ? ORDER BY key LIMIT ?")
                .params(name, key, most)
                .query(Held.class)
                .list();
    }

    /**
     * A key with its deadline.
     *
     * @param at as PostgreSQL writes it, only to be handed back
     */
    public record Held(String key, String at) {}

    /**
     * Sets other deadlines in place of those that were found, in one statement; one that was set meanwhile stays.
     *
     * @param wanted instants in domain time by what was found; {@code null} for none
     * @return how many have changed
     */
    public int replace(Map<Held, @Nullable Instant> wanted) {
        if (wanted.isEmpty()) {
            return 0;
        }
        List<Map.Entry<Held, @Nullable Instant>> sorted = wanted.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().key()))
                .toList();
        return replace(
                sorted.stream().map(each -> each.getKey().key()).toArray(String[]::new),
                sorted.stream().map(each -> each.getKey().at()).toArray(String[]::new),
                texts(sorted.stream()
                        .<@Nullable Instant>map(Map.Entry::getValue)
                        .toList()));
    }

    /** The rows are locked in the order of keys, as {@link #move} does, so that the two do not wait for each other crosswise. */
    private int replace(String[] keys, String[] before, String[] after) {
        return jdbc.sql("""
                        WITH held AS (
                          SELECT known.key, wanted.before, wanted.after
                            FROM unnest(CAST(:keys AS text[]), CAST(:before AS timestamptz[]), CAST(:after AS timestamptz[]))
                                 AS wanted (key, before, after)
                            JOIN deadlines.deadline AS known ON known.name = :name AND known.key = wanted.key
                           ORDER BY known.key FOR UPDATE OF known)
                        UPDATE deadlines.deadline AS known
                           SET at = held.after, leased_until = NULL, failures = 0, failure = NULL
                          FROM held
                         WHERE known.name = :name AND known.key = held.key AND known.at = held.before
                           AND known.at <> held.after""")
                .param("name", name)
                .param("keys", keys)
                .param("before", before)
                .param("after", after)
                .update();
    }

    private static String[] texts(Collection<@Nullable Instant> instants) {
        return instants.stream()
                .map(instant -> instant == null ? NEVER : instant.toString())
                .toArray(String[]::new);
    }

    /**
     * Leases the deadlines that have passed and that no other node works on, the earliest first.
     *
     * @param most how many at most
     * @param lease how long other nodes leave them alone, in system time
     */
    public List<Deadline> lease(int most, Duration lease) {
        return lease(most, lease, null);
    }

    /**
     * The rows are found again by their places. With a join over their keys, PostgreSQL's plan for any number of rows reads the whole table,
     * since it takes the limit for a tenth of it.
     *
     * @param after the last one that the look before has leased; {@code null} to begin with the earliest
     */
    List<Deadline> lease(int most, Duration lease, @Nullable Deadline after) {
        return jdbc
                .sql("""
                        WITH clock AS (
                          SELECT clock_timestamp()
                                 + coalesce((SELECT offset_ms FROM domain_time.clock), 0) * interval '1 millisecond' AS now)
                        UPDATE deadlines.deadline found SET leased_until = clock_timestamp() + :seconds * interval '1 second'
                         WHERE found.ctid = ANY (ARRAY(
                          SELECT ctid FROM deadlines.deadline
                           WHERE name = :name AND at <= (SELECT now FROM clock)
                             AND (at, key) > (CAST(:afterAt AS timestamptz), :afterKey)
                             AND (leased_until IS NULL OR leased_until <= clock_timestamp())
                           ORDER BY at, key LIMIT :most FOR UPDATE SKIP LOCKED))
                        RETURNING found.key, found.at, (SELECT now FROM clock) AS now""")
                .param("name", name)
                .param("most", most)
                .param("afterAt", after == null ? "-infinity" : after.at().toString())
                .param("afterKey", after == null ? "" : after.key())
                .param("seconds", lease.toMillis() / 1000.0)
                .query((row, number) -> new Deadline(
                        row.getString("key"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("now", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .sorted(Comparator.comparing(Deadline::at).thenComparing(Deadline::key))
                .toList();
    }

    /** Sets the next instants in place of deadlines that were handled, in one statement; one that was set meanwhile stays. */
    void put(Map<Deadline, Optional<Instant>> handled) {
        Map<Held, @Nullable Instant> wanted = new HashMap<>();
        handled.forEach((deadline, next) ->
                wanted.put(new Held(deadline.key(), deadline.at().toString()), next.orElse(null)));
        replace(wanted);
    }

    /** Leaves a failed deadline alone for a pause that doubles with each failure, from five seconds to half an hour. */
    void failed(Deadline deadline, Throwable failure) {
        String said = String.valueOf(failure);
        jdbc.sql("""
                        UPDATE deadlines.deadline
                           SET failures = failures + 1, failure = ?,
                               leased_until = clock_timestamp()
                                 + least(?, ? * power(2, least(failures, ?))) * interval '1 second'
                         WHERE name = ? AND key = ? AND at = ?""")
                .params(
                        said.length() > LONGEST_FAILURE ? said.substring(0, LONGEST_FAILURE) : said,
                        LONGEST_PAUSE.toSeconds(),
                        SHORTEST_PAUSE.toSeconds(),
                        MOST_DOUBLINGS,
                        name,
                        deadline.key(),
                        utc(deadline.at()))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * What waits although it is due, by name, of all names in the table: those of other releases too.
     *
     * @param longer how long it must have been due, by the clock that decides
     */
    public static List<Waiting> waiting(JdbcClient jdbc, Duration longer) {
        return jdbc.sql("""
                        SELECT name, count(*) AS number, min(at) AS oldest, max(failures) AS failures,
                               (array_agg(failure ORDER BY failures DESC))[1] AS failure
                          FROM deadlines.deadline
                         WHERE at <= clock_timestamp() - ? * interval '1 second'
                                     + coalesce((SELECT offset_ms FROM domain_time.clock), 0) * interval '1 millisecond'
                         GROUP BY name ORDER BY name""")
                .param(longer.toMillis() / 1000.0)
                .query((row, number) -> new Waiting(
                        row.getString("name"),
                        row.getLong("number"),
                        row.getObject("oldest", OffsetDateTime.class).toInstant(),
                        row.getInt("failures"),
                        row.getString("failure")))
                .list();
    }

    /**
     * Deadlines of one name that have passed and are not handled.
     *
     * @param oldest the earliest of them, in domain time
     * @param failures how often the work failed for the one that failed most often
     * @param failure what it said last
     */
    public record Waiting(
            String name,
            long number,
            Instant oldest,
            int failures,
            @Nullable String failure) {}
}
