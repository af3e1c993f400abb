package org.crossface.platform.eventstore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rules that every event store keeps, whatever has happened to it. The drills end with this check, and an operator can run it at any
 * time.
 */
public final class StoreCheck {

    private static final Map<String, String> RULES = rules();

    /** How many rules there are. */
    public static final int RULE_COUNT = RULES.size();

    private final JdbcClient jdbc;

    /** @param jdbc must be able to read the event store and the stored answers, as the server's role is */
    public StoreCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One rule and how often it is broken.
     *
     * @param rule in words
     * @param broken how often it is broken; 0 when it holds
     */
    public record Finding(String rule, long broken) {

        /** Whether it is kept. */
        public boolean holds() {
            return broken == 0;
        }
    }

    /** Each query counts the violations of its rule. */
    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("every stream is numbered 0, 1, 2, ...", """
                SELECT count(*) FROM (SELECT FROM eventstore.event WHERE aggregate_id IS NOT NULL GROUP BY aggregate_id
                 HAVING min(sequence_number) <> 0 OR max(sequence_number) <> count(*) - 1) AS broken""");
        rules.put("within a stream, positions rise with the numbers", """
                SELECT count(*) FROM (SELECT position, lag(position) OVER (PARTITION BY aggregate_id ORDER BY sequence_number)
                  AS before FROM eventstore.event WHERE aggregate_id IS NOT NULL) AS pair WHERE before >= position""");
        rules.put("no position is above the last one handed out", """
                SELECT count(*) FROM eventstore.event
                 WHERE position > pg_sequence_last_value('eventstore.position_seq'::regclass)""");
        rules.put("the sequence of positions has no cache", """
                SELECT count(*) FROM pg_sequence WHERE seqrelid = 'eventstore.position_seq'::regclass AND seqcache <> 1""");
        rules.put("a kept answer names an event that is stored", """
                SELECT count(*) FROM dispatch.idempotency AS answer WHERE sequence_number >= 0 AND NOT EXISTS (
                  SELECT FROM eventstore.event AS e WHERE e.aggregate_id = answer.stream_id
                     AND e.sequence_number = answer.sequence_number AND e.position <= answer.position)""");
        rules.put("no key is kept without its answer", """
                SELECT count(*) FROM dispatch.idempotency WHERE position IS NULL OR stream_id IS NULL""");
        rules.put("no snapshot is newer than its stream", """
                SELECT count(*) FROM eventstore.snapshot AS s WHERE sequence_number > coalesce(
                  (SELECT max(sequence_number) FROM eventstore.event AS e WHERE e.aggregate_id = s.aggregate_id), -1)""");
        return rules;
    }

    /** Each rule with its violations; reads every event once for each rule about streams. */
    public List<Finding> findings() {
        return RULES.entrySet().stream()
                .map(rule -> new Finding(
                        rule.getKey(),
                        jdbc.sql(rule.getValue()).query(Long.class).single()))
                .toList();
    }

    /** The rules that are broken, with how often; empty when all hold. */
    public List<String> broken() {
        return findings().stream()
                .filter(finding -> !finding.holds())
                .map(finding -> finding.rule() + ": broken " + finding.broken() + " times")
                .toList();
    }
}
