package org.crossface.server;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.crossface.pathway.followup.Passing;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.story.PathwayInMemory;
import org.crossface.pathway.story.WrittenStory;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.LogicalNameSerializer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many pathways that stand at the same point of the textbook story, so that all of them have their deadline at one instant. */
final class FollowUpStock {

    private static final String METADATA = "{\"actor\":\"user-1\",\"role\":\"SURGEON\",\"organisation\":\"org-center\","
            + "\"source\":\"UI\",\"purpose\":\"TREAT\",\"request\":\"request-000000\"}";

    private final JdbcTemplate admin;
    private final List<PathwayEvent> story;
    private final List<Integer> lengths;
    private final Instant due;
    private long pathways;
    private long released;

    /**
     * @param admin statements of the superuser
     * @param lengths how many facts of the story pathways have, in turns
     */
    FollowUpStock(JdbcTemplate admin, List<Integer> lengths) {
        this.admin = admin;
        this.lengths = List.copyOf(lengths);
        this.story = new PathwayInMemory("pathway-@", "P-@", "OR-1")
                .play(WrittenStory.textbook().steps(FaceSide.LEFT, LocalDate.of(2025, 1, 14)))
                .facts();
        this.due = lengths.stream()
                .map(length -> Passing.next(PathwayState.of(facts(length)), Policy.defaults())
                        .orElseThrow()
                        .at())
                .min(Instant::compareTo)
                .orElseThrow();
        LogicalNameSerializer serializer = LogicalNameSerializer.forEvents(EventNames.scan("org.crossface"));
        admin.execute("CREATE TABLE public.template (sequence bigint, type text, revision text, payload text)");
        for (int sequence = 0; sequence < story.size(); sequence++) {
            SerializedObject<String> stored = serializer.serialize(story.get(sequence), String.class);
            admin.update(
                    "INSERT INTO public.template VALUES (?, ?, ?, ?)",
                    sequence,
                    stored.getType().getName(),
                    stored.getType().getRevision(),
                    stored.getData());
        }
        setClock(due.minus(Duration.ofHours(1)));
    }

    /** The first facts of the story. */
    List<PathwayEvent> facts(int length) {
        return story.subList(0, length);
    }

    /** How many facts the pathway with this number has. */
    int lengthOf(long pathway) {
        return lengths.get((int) (pathway % lengths.size()));
    }

    /** How many have got their deadline. */
    long released() {
        return released;
    }

    /** The earliest deadline of all, in domain time. */
    Instant due() {
        return due;
    }

    /** Adds the events of pathways until there are so many. */
    void fillEvents(long wanted) {
        admin.update(
                "INSERT INTO eventstore.event (aggregate_id, sequence_number, aggregate_type, event_id, metadata, payload,"
                        + " payload_revision, payload_type, time) SELECT 'pathway-' || p, sequence, 'CarePathway',"
                        + " 'f' || lpad(p::text, 9, '0') || '-' || sequence, ?::json, replace(payload, '@', p::text)::json, revision,"
                        + " type, '2025-01-01T09:00:00Z' FROM generate_series(?::bigint, ?::bigint - 1) AS p, public.template"
                        + " WHERE sequence < (CAST(? AS int[]))[p % ? + 1] ORDER BY p, sequence",
                METADATA, pathways, wanted, lengths.toString().replace('[', '{').replace(']', '}'), lengths.size());
        pathways = wanted;
    }

    /** Adds pathways of one length until there are so many, all with their deadline. No node may run meanwhile. */
    void fill(long wanted) {
        fill(wanted, due.toString());
        released = wanted;
    }

    /** Adds pathways without a deadline, for {@link #release}. No node may run meanwhile. */
    void fillHeld(long number) {
        fill(pathways + number, "infinity");
    }

    /** The event processors count as having read the events. */
    private void fill(long wanted, String deadline) {
        long first = pathways;
        fillEvents(wanted);
        admin.update(
                "INSERT INTO deadlines.deadline (name, key, at) SELECT 'pathway', 'pathway-' || p, ?::timestamptz"
                        + " FROM generate_series(?::bigint, ?::bigint - 1) AS p",
                deadline,
                first,
                wanted);
        admin.update(
                "UPDATE processing.token_entry SET token_type = 'org.axonframework.eventhandling.GlobalSequenceTrackingToken',"
                        + " token = convert_to('{\"globalIndex\":' || (SELECT max(position) FROM eventstore.event) || '}', 'UTF8')");
        admin.execute("VACUUM (ANALYZE) eventstore.event");
        admin.execute("VACUUM (ANALYZE) deadlines.deadline");
        admin.execute("CHECKPOINT");
    }

    /**
     * Sets the deadlines of the next pathways that are held.
     *
     * @param number how many
     * @param first when the first one is due, after now by the clock that decides
     * @param apart between two of them; zero lets all be due at once
     */
    void release(int number, Duration first, Duration apart) {
        admin.update(
                "UPDATE deadlines.deadline SET at = clock_timestamp()"
                        + " + (SELECT offset_ms FROM domain_time.clock) * interval '1 millisecond'"
                        + " + (? + (p - ?) * ?) * interval '1 millisecond' FROM generate_series(?::bigint, ?::bigint - 1) AS p"
                        + " WHERE name = 'pathway' AND key = 'pathway-' || p",
                first.toMillis(),
                released,
                apart.toMillis(),
                released,
                released + number);
        released += number;
    }

    /** The deadlines of the pathways released last that have not come or are not handled yet, by number. */
    List<Long> open(int lastOnes) {
        return admin.queryForList(
                "SELECT p FROM generate_series(?::bigint, ?::bigint - 1) AS p, deadlines.deadline"
                        + " WHERE name = 'pathway' AND key = 'pathway-' || p AND at < ?::timestamptz",
                Long.class,
                released - lastOnes,
                released,
                due.plus(Duration.ofHours(2)).toString());
    }

    /** Adds deadlines that are not due for a year. */
    void fillLater(long from, long until) {
        admin.update(
                "INSERT INTO deadlines.deadline (name, key, at) SELECT 'pathway', 'later-' || p, ?::timestamptz + p * interval '1 second'"
                        + " FROM generate_series(?::bigint, ?::bigint - 1) AS p",
                due.plus(Duration.ofDays(366)).toString(),
                from,
                until);
        admin.execute("VACUUM (ANALYZE) deadlines.deadline");
        admin.execute("CHECKPOINT");
    }

    /** Domain time of all nodes from now on; they see it within a second. */
    void setClock(Instant now) {
        long system = System.currentTimeMillis();
        admin.update(
                "INSERT INTO domain_time.clock (only_row, offset_ms, seen_ms) VALUES (true, ?, ?)"
                        + " ON CONFLICT (only_row) DO UPDATE SET offset_ms = excluded.offset_ms, seen_ms = excluded.seen_ms",
                now.toEpochMilli() - system,
                system);
    }

    /** Deadlines that have passed and are not handled. */
    long waiting() {
        Long waiting = admin.queryForObject(
                "SELECT count(*) FROM deadlines.deadline WHERE name = 'pathway' AND at <= clock_timestamp()"
                        + " + (SELECT offset_ms FROM domain_time.clock) * interval '1 millisecond'",
                Long.class);
        return waiting == null ? 0 : waiting;
    }

    /** What was recorded as late, over all pathways: how many, and how many the pathway with the fewest and with the most has. */
    Recorded recorded() {
        return admin.queryForObject(
                "SELECT coalesce(sum(n), 0), count(*), coalesce(min(n), 0), coalesce(max(n), 0) FROM (SELECT count(*) AS n"
                        + " FROM eventstore.event WHERE payload_type LIKE 'oversight.task-%' GROUP BY aggregate_id) AS each",
                (row, number) -> new Recorded(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    /**
     * @param events of all pathways
     * @param pathways that have any
     * @param fewest of one of these
     * @param most of one of these
     */
    record Recorded(long events, long pathways, long fewest, long most) {}
}
