package org.crossface.coordination.views;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.crossface.coordination.board.BoardRows;
import org.crossface.coordination.projection.Facts;
import org.crossface.coordination.projection.PathwayHistory;
import org.crossface.coordination.projection.Recorded;
import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.story.SummaryRows;
import org.crossface.coordination.story.TimelineRows;
import org.crossface.coordination.theatre.TheatreDayRows;
import org.crossface.pathway.PathwayEvent;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.policy.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds the rows of all views in one schema. Each row is computed from all facts of its pathway, so it does not depend on when or how
 * often an event is delivered; an event that the rows already hold is passed over. Call it inside the transaction that also stores how
 * far the reader has come.
 */
public final class Projector {

    private static final int KEPT_PATHWAYS = 1_000;

    private final Rows rows;
    private final PathwayHistory history;
    private final Policies policies;
    private final JsonMapper json = JsonMapper.shared();

    /** Facts of pathways lately seen. An entry counts only while it has come exactly as far as the row, so a rolled back one is dropped. */
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(KEPT_PATHWAYS).build();

    private record Known(Facts facts, long sequence) {}

    /**
     * A projector.
     *
     * @param schema where the tables are
     */
    public Projector(JdbcTemplate jdbc, String schema, PathwayHistory history, Policies policies) {
        this.rows = new Rows(jdbc, schema);
        this.history = history;
        this.policies = policies;
    }

    /**
     * Brings the rows of the event's pathway up to this event.
     *
     * @return whether they have changed; false when they already held the event
     */
    public boolean take(PathwayEvent event, Recorded recorded) {
        String pathwayId = event.pathwayId();
        Long written = written(pathwayId);
        if (written != null && written >= recorded.sequence()) {
            return false;
        }
        Facts facts = factsBefore(pathwayId, recorded.sequence());
        facts.add(event);
        known.put(pathwayId, new Known(facts, recorded.sequence()));
        String side = BoardRows.side(facts).map(Enum::name).orElse(null);
        BoardRows.write(
                rows,
                facts,
                policies.inForceAt(event.occurredAt().toInstant()),
                json,
                recorded.sequence(),
                recorded.position());
        TheatreDayRows.write(rows, facts, side, recorded.position());
        SummaryRows.write(rows, facts, json, recorded.position());
        TimelineRows.write(rows, event, recorded);
        return true;
    }

    /**
     * Brings the row of the event's patient up to this event.
     *
     * @return the pathways whose cards name this patient; empty when the row already held the event
     */
    public List<String> take(PatientEvent event, long position) {
        List<Long> written = rows.jdbc()
                .queryForList(
                        "SELECT position FROM " + rows.table("patient") + " WHERE patient_id = ?",
                        Long.class,
                        event.patientId());
        if (!written.isEmpty() && written.getFirst() >= position) {
            return List.of();
        }
        PatientRows.write(rows, event, position);
        return rows.jdbc()
                .queryForList(
                        "SELECT pathway_id FROM " + rows.table("board") + " WHERE patient_id = ?",
                        String.class,
                        event.patientId());
    }

    /** Notes how far the views have come; a smaller position than noted before changes nothing. */
    public void reached(long position) {
        rows.jdbc()
                .update(
                        "INSERT INTO " + rows.table("progress") + " AS p (view, position) VALUES ('all', ?)"
                                + " ON CONFLICT (view) DO UPDATE SET position = greatest(p.position, EXCLUDED.position)",
                        position);
    }

    private @Nullable Long written(String pathwayId) {
        List<Long> found = rows.jdbc()
                .queryForList(
                        "SELECT sequence FROM " + rows.table("board") + " WHERE pathway_id = ?", Long.class, pathwayId);
        return found.isEmpty() ? null : found.getFirst();
    }

    private Facts factsBefore(String pathwayId, long sequence) {
        Known kept = known.getIfPresent(pathwayId);
        if (kept != null && kept.sequence() == sequence - 1) {
            return kept.facts();
        }
        return sequence == 0 ? new Facts() : Facts.of(history.until(pathwayId, sequence - 1));
    }
}
