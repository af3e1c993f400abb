package org.crossface.coordination.bench;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.LogicalNameSerializer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The textbook pathway many times, with the same content in the product's store and in the tables of Axon's JDBC engine. */
final class BoardStore {

    /** So many pathways go on side by side. */
    static final int SIDE_BY_SIDE = Integer.getInteger("crossface.bench.board-side-by-side", 500);

    private static final String PATHWAY = "pathway-@";
    private static final String METADATA = "{\"actor\":\"user-1\",\"role\":\"SURGEON\",\"organisation\":\"org-center\","
            + "\"source\":\"UI\",\"purpose\":\"TREAT\",\"request\":\"request-000000\"}";

    private final JdbcTemplate admin;
    private final List<PathwayEvent> facts =
            TextbookPathway.facts(PATHWAY, "P-@", FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1");
    private long pathways;
    private long axonPathways;

    /** In this database, as its superuser. */
    BoardStore(JdbcTemplate admin) {
        this.admin = admin;
        LogicalNameSerializer serializer = LogicalNameSerializer.forEvents(EventNames.scan("org.crossface"));
        admin.execute("CREATE TABLE public.template (sequence bigint, type text, revision text, payload text)");
        for (int sequence = 0; sequence < facts.size(); sequence++) {
            SerializedObject<String> stored = serializer.serialize(facts.get(sequence), String.class);
            admin.update(
                    "INSERT INTO public.template VALUES (?, ?, ?, ?)",
                    sequence,
                    stored.getType().getName(),
                    stored.getType().getRevision(),
                    stored.getData());
        }
    }

    /** Events of one pathway. */
    int length() {
        return facts.size();
    }

    /** Adds whole groups of pathways to the product's store until there are at least this many events; how many there are. */
    long fill(long wanted) {
        long until = groups(wanted);
        insert(
                "INSERT INTO eventstore.event (aggregate_id, sequence_number, aggregate_type, event_id, metadata, payload,"
                        + " payload_revision, payload_type, time) SELECT 'pathway-' || p, sequence, 'CarePathway',"
                        + " 'f' || lpad(p::text, 9, '0') || '-' || sequence, ?::json, replace(payload, '@', p::text)::json, revision,"
                        + " type, '2026-11-22T09:00:00Z'",
                pathways,
                until);
        admin.execute("ANALYZE eventstore.event");
        admin.execute("CHECKPOINT");
        pathways = until;
        return until * facts.size();
    }

    /** The same in the tables of Axon's engine. */
    void fillAxon(long wanted) {
        long until = groups(wanted);
        insert(
                "INSERT INTO domainevententry (aggregateidentifier, sequencenumber, type, eventidentifier, metadata, payload,"
                        + " payloadrevision, payloadtype, timestamp) SELECT 'pathway-' || p, sequence, 'CarePathway',"
                        + " 'f' || lpad(p::text, 9, '0') || '-' || sequence, convert_to(?, 'UTF8'),"
                        + " convert_to(replace(payload, '@', p::text), 'UTF8'), revision, type, '2026-11-22T09:00:00.000Z'",
                axonPathways,
                until);
        admin.execute("ANALYZE domainevententry");
        admin.execute("CHECKPOINT");
        axonPathways = until;
    }

    private long groups(long events) {
        return Math.ceilDiv(Math.ceilDiv(events, facts.size()), SIDE_BY_SIDE) * SIDE_BY_SIDE;
    }

    private void insert(String columns, long from, long until) {
        admin.update(
                columns + " FROM generate_series(?::bigint, ?::bigint - 1) AS p, public.template ORDER BY p / "
                        + SIDE_BY_SIDE + ", sequence, p",
                METADATA,
                from,
                until);
    }

    /** As before anybody has read the events. */
    void forgetViews() {
        admin.execute(
                "TRUNCATE view_board.board, view_theatre_day.theatre_day, view_aftercare.aftercare, view_worklist.task, view_worklist.pathway, view_worklist.done, view_timeline.timeline,"
                        + " view_summary.pathway_summary, view_patient.patient, view_patient.pathway, view_patient.patient_site, views.progress, views.serving, processing.token_entry,"
                        + " wakeup.view_change");
        if (admin.queryForObject("SELECT to_regclass('public.tokenentry')::text", String.class) != null) {
            admin.execute("TRUNCATE public.tokenentry");
        }
        admin.execute("CHECKPOINT");
    }
}
