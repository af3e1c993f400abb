package org.crossface.platform.processing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.processing.Parking.Later;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Dead letters for operators: listing, retrying and parking. It holds no content of an event. A requested retry is done by the {@link
 * DeadLetterProcessor} of a node that runs the processor.
 */
public final class DeadLetters {

    private static final String LETTERS = """
            SELECT l.dead_letter_id, l.processing_group, l.sequence_identifier, l.sequence_index, l.event_identifier, l.payload_type,
                   l.payload_revision, l.aggregate_identifier, l.sequence_number, l.enqueued_at, l.last_touched, l.cause_type,
                   l.cause_message, coalesce(e.position, -1) AS position, e.metadata ->> '%s' AS subject, e.metadata ->> '%s' AS site
              FROM processing.dead_letter l LEFT JOIN eventstore.event e ON e.event_id = l.event_identifier
            """.formatted(Metadata.PATIENT, Metadata.SITE);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    /** Works in these transactions. */
    public DeadLetters(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** There is no such dead letter or sequence, or no longer. */
    public static final class NoSuchLetter extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoSuchLetter(String what) {
            super("There is no dead letter " + what);
        }
    }

    /** The blocked sequences, longest blocked first. */
    public List<BlockedSequence> blocked() {
        Map<String, Parking> parked = parked(Later.WAIT).stream()
                .collect(Collectors.toMap(Parking::letterId, each -> each, (one, other) -> one));
        return jdbc.sql("SELECT h.*, w.waiting, w.wanted FROM (" + LETTERS + """
                        ) h JOIN (SELECT d.processing_group, d.sequence_identifier, min(d.sequence_index) AS first, count(*) - 1 AS waiting,
                                         EXISTS (SELECT 1 FROM processing.retry_wanted r WHERE r.processing_group = d.processing_group
                                                    AND r.sequence_identifier = d.sequence_identifier) AS wanted
                                    FROM processing.dead_letter d GROUP BY d.processing_group, d.sequence_identifier) w
                          ON w.processing_group = h.processing_group AND w.sequence_identifier = h.sequence_identifier
                         AND w.first = h.sequence_index
                        ORDER BY h.enqueued_at, h.processing_group""")
                .query((rs, n) -> {
                    DeadLetter head = letter(rs, n);
                    return new BlockedSequence(
                            head, rs.getInt("waiting"), parked.get(head.id()), rs.getBoolean("wanted"));
                })
                .list();
    }

    /** The dead letter with this identifier. */
    public Optional<DeadLetter> find(String letterId) {
        return jdbc.sql(LETTERS + " WHERE l.dead_letter_id = ?")
                .param(letterId)
                .query(DeadLetters::letter)
                .optional();
    }

    /** The dead letters of one sequence, in their order. */
    public List<DeadLetter> sequence(String processor, String sequence) {
        return jdbc.sql(LETTERS
                        + " WHERE l.processing_group = ? AND l.sequence_identifier = ? ORDER BY l.sequence_index")
                .params(processor, sequence)
                .query(DeadLetters::letter)
                .list();
    }

    /** The parked dead letters with this decision about the later events, the latest first. */
    public List<Parking> parked(Later later) {
        return jdbc.sql("SELECT * FROM processing.parked_letter WHERE later = ? ORDER BY parked_at DESC")
                .param(later.name())
                .query(DeadLetters::parking)
                .list();
    }

    /**
     * Requests a retry of a dead letter's sequence, also when it is parked: naming it is a new decision.
     *
     * @throws NoSuchLetter if there is none
     */
    public void retry(String letterId, String actor) {
        transactions.executeWithoutResult(status -> {
            DeadLetter letter = hold(letterId);
            jdbc.sql("DELETE FROM processing.parked_letter WHERE processing_group = ? AND sequence_identifier = ?"
                            + " AND later = 'WAIT'")
                    .params(letter.processor(), letter.sequence())
                    .update();
            want(letter.processor(), letter.sequence());
            note(actor, "RETRY", letter.processor(), letter.sequence(), letter.event());
        });
    }

    /**
     * Requests a retry of all sequences that are not parked.
     *
     * @param processor of this processor only; {@code "*"} for all processors
     * @return how many will be tried
     */
    public int retryAll(String processor, String actor) {
        Integer count = transactions.execute(status -> {
            List<BlockedSequence> due = blocked().stream()
                    .filter(each ->
                            processor.equals("*") || each.head().processor().equals(processor))
                    .filter(each -> each.parking() == null)
                    .toList();
            due.forEach(each -> {
                want(each.head().processor(), each.head().sequence());
                note(
                        actor,
                        "RETRY",
                        each.head().processor(),
                        each.head().sequence(),
                        each.head().event());
            });
            return due.size();
        });
        return count == null ? 0 : count;
    }

    /**
     * Parks a dead letter: it is kept and not tried again. Only the first of a sequence can be parked.
     *
     * @param later what happens to the events behind it
     * @param reason why, for later readers
     * @throws NoSuchLetter if there is none, or it is not the first of its sequence
     */
    public void park(String letterId, Later later, String reason, String actor) {
        transactions.executeWithoutResult(status -> {
            DeadLetter letter = hold(letterId);
            awaitAttempt(letterId);
            if (!sequence(letter.processor(), letter.sequence()).getFirst().id().equals(letterId)) {
                throw new NoSuchLetter(letterId + " at the head of its sequence");
            }
            jdbc.sql("DELETE FROM processing.retry_wanted WHERE processing_group = ? AND sequence_identifier = ?")
                    .params(letter.processor(), letter.sequence())
                    .update();
            jdbc.sql("""
                            INSERT INTO processing.parked_letter (dead_letter_id, processing_group, sequence_identifier, event_identifier,
                                                                  later, reason, parked_by, cause_type, cause_message)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT (dead_letter_id) DO UPDATE SET later = EXCLUDED.later, reason = EXCLUDED.reason,
                                   parked_by = EXCLUDED.parked_by, parked_at = clock_timestamp()""")
                    .params(
                            letter.id(),
                            letter.processor(),
                            letter.sequence(),
                            letter.eventId(),
                            later.name(),
                            reason,
                            actor)
                    .param(letter.failure())
                    .param(letter.trace())
                    .update();
            if (later == Later.GO_ON) {
                jdbc.sql("DELETE FROM processing.dead_letter WHERE dead_letter_id = ?")
                        .param(letterId)
                        .update();
            }
            note(actor, "PARK_" + later, letter.processor(), letter.sequence(), letter.event() + ": " + reason);
        });
    }

    /** Waits for a node that is trying the dead letter at the moment: if it handles it, there is nothing left to park. */
    private void awaitAttempt(String letterId) {
        List<String> found = jdbc.sql(
                        "SELECT dead_letter_id FROM processing.dead_letter WHERE dead_letter_id = ? FOR UPDATE")
                .param(letterId)
                .query(String.class)
                .list();
        if (found.isEmpty()) {
            throw new NoSuchLetter(letterId);
        }
    }

    /** The dead letter, locked so that its processor cannot change until the transaction ends. */
    private DeadLetter hold(String letterId) {
        DeadLetter seen = find(letterId).orElseThrow(() -> new NoSuchLetter(letterId));
        BatchFence.of(jdbc, seen.processor()).enter();
        return find(letterId).orElseThrow(() -> new NoSuchLetter(letterId));
    }

    /**
     * One processor replaces another, whose dead letters become obsolete: its own dead letters become those of the replaced one, with all
     * decisions about them. Call it while no batch of either is running.
     *
     * @param from processor whose dead letters remain
     * @param to processor whose dead letters they become
     */
    public void takeOver(String from, String to, String actor) {
        transactions.executeWithoutResult(status -> {
            clear(to, actor);
            int letters = rename("dead_letter", from, to);
            int parked = rename("parked_letter", from, to);
            rename("retry_wanted", from, to);
            if (letters + parked > 0) {
                note(actor, "TAKE_OVER", to, "*", letters + " letters, " + parked + " parked: from " + from);
            }
        });
    }

    /**
     * One processor goes on with a part of another's work, whose dead letters stay: its own are added to them. Of a sequence that both have
     * set aside, the letters that begin earlier stay, since they hold all that the others hold. Call it while no batch of either is running.
     *
     * @param from processor that ends
     * @param to processor whose dead letters remain
     */
    public void join(String from, String to, String actor) {
        transactions.executeWithoutResult(status -> {
            Map<String, Long> ended = firstPositions(from);
            Map<String, Long> remaining = firstPositions(to);
            ended.forEach((sequence, first) -> {
                Long other = remaining.get(sequence);
                if (other != null) {
                    remove(other <= first ? from : to, sequence);
                }
            });
            int letters = rename("dead_letter", from, to);
            int parked = rename("parked_letter", from, to);
            rename("retry_wanted", from, to);
            if (letters + parked > 0) {
                note(actor, "JOIN", to, "*", letters + " letters, " + parked + " parked: from " + from);
            }
        });
    }

    private Map<String, Long> firstPositions(String processor) {
        Map<String, Long> found = new HashMap<>();
        jdbc.sql("SELECT d.sequence_identifier, min(coalesce(e.position, 0)) FROM processing.dead_letter d"
                        + " LEFT JOIN eventstore.event e ON e.event_id = d.event_identifier"
                        + " WHERE d.processing_group = ? GROUP BY d.sequence_identifier")
                .param(processor)
                .query(rs -> {
                    found.put(rs.getString(1), rs.getLong(2));
                });
        return found;
    }

    private void remove(String processor, String sequence) {
        for (String table : List.of("dead_letter", "parked_letter", "retry_wanted")) {
            jdbc.sql("DELETE FROM processing." + table + " WHERE processing_group = ? AND sequence_identifier = ?")
                    .params(processor, sequence)
                    .update();
        }
    }

    private int rename(String table, String from, String to) {
        return jdbc.sql("UPDATE processing." + table + " SET processing_group = ? WHERE processing_group = ?")
                .params(to, from)
                .update();
    }

    /** Removes a processor's obsolete dead letters, parked ones included. */
    public void clear(String processor, String actor) {
        transactions.executeWithoutResult(status -> {
            int letters = jdbc.sql("DELETE FROM processing.dead_letter WHERE processing_group = ?")
                    .param(processor)
                    .update();
            int parked = jdbc.sql("DELETE FROM processing.parked_letter WHERE processing_group = ?")
                    .param(processor)
                    .update();
            jdbc.sql("DELETE FROM processing.retry_wanted WHERE processing_group = ?")
                    .param(processor)
                    .update();
            if (letters + parked > 0) {
                note(actor, "CLEAR", processor, "*", letters + " letters, " + parked + " parked: obsolete");
            }
        });
    }

    /**
     * Removes dead letters that left the queue longer ago than this. Dead letters that block a sequence never expire: their events would be
     * lost.
     *
     * @return how many
     */
    public int expire(Duration age) {
        Integer count = transactions.execute(status -> {
            List<Parking> old = jdbc.sql("""
                            DELETE FROM processing.parked_letter
                             WHERE later = 'GO_ON' AND parked_at < clock_timestamp() - make_interval(secs => ?) RETURNING *""")
                    .param((double) age.toSeconds())
                    .query(DeadLetters::parking)
                    .list();
            old.forEach(each -> note("crossface", "EXPIRE", each.processor(), each.sequence(), each.eventId()));
            return old.size();
        });
        return count == null ? 0 : count;
    }

    private void want(String processor, String sequence) {
        jdbc.sql(
                        "INSERT INTO processing.retry_wanted (processing_group, sequence_identifier) VALUES (?, ?)"
                                + " ON CONFLICT (processing_group, sequence_identifier) DO UPDATE SET wanted_at = clock_timestamp()")
                .params(processor, sequence)
                .update();
    }

    private void note(String actor, String act, String processor, String sequence, String detail) {
        jdbc.sql("INSERT INTO processing.letter_journal (actor, act, processing_group, sequence_identifier, detail)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(actor, act, processor, sequence, detail)
                .update();
    }

    private static DeadLetter letter(ResultSet rs, int number) throws SQLException {
        String tried = rs.getString("last_touched");
        Instant setAside = Instant.parse(rs.getString("enqueued_at"));
        return new DeadLetter(
                rs.getString("dead_letter_id"),
                rs.getString("processing_group"),
                rs.getString("sequence_identifier"),
                rs.getLong("sequence_index"),
                rs.getString("event_identifier"),
                rs.getLong("position"),
                rs.getString("payload_type"),
                rs.getString("payload_revision"),
                rs.getString("aggregate_identifier"),
                rs.getObject("sequence_number", Long.class),
                rs.getString("subject"),
                rs.getString("site"),
                setAside,
                tried == null ? setAside : Instant.parse(tried),
                rs.getString("cause_type"),
                rs.getString("cause_message"));
    }

    private static Parking parking(ResultSet rs, int number) throws SQLException {
        return new Parking(
                rs.getString("dead_letter_id"),
                rs.getString("processing_group"),
                rs.getString("sequence_identifier"),
                rs.getString("event_identifier"),
                Later.valueOf(rs.getString("later")),
                rs.getString("reason"),
                rs.getString("parked_by"),
                rs.getTimestamp("parked_at").toInstant(),
                rs.getString("cause_type"),
                rs.getString("cause_message"));
    }
}
