package org.crossface.coordination.views;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final JdbcTemplate jdbc;
    private final String schema;
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
        this.jdbc = jdbc;
        this.schema = schema;
        this.history = history;
        this.policies = policies;
    }

    /** What one transaction takes in: the rows of a pathway are computed and written once for all its events. */
    public final class Batch {

        private final Rows rows = new Rows(jdbc, schema);
        private final Map<String, Taken> pathways = new LinkedHashMap<>();

        private Batch() {}

        /**
         * Takes in an event of a pathway.
         *
         * @return whether the rows will change; false when they already hold the event
         */
        public boolean take(PathwayEvent event, Recorded recorded) {
            String pathwayId = event.pathwayId();
            Taken taken = pathways.get(pathwayId);
            if (taken == null) {
                Long written = written(pathwayId);
                if (written != null && written >= recorded.sequence()) {
                    return false;
                }
                taken = new Taken(factsBefore(pathwayId, recorded.sequence()));
                pathways.put(pathwayId, taken);
            } else if (taken.last().sequence() >= recorded.sequence()) {
                return false;
            }
            taken.add(event, recorded);
            TimelineRows.write(rows, event, recorded);
            return true;
        }

        /**
         * Brings the row of the event's patient up to this event.
         *
         * @return the pathways whose cards name this patient; empty when the row already held the event
         */
        public List<String> take(PatientEvent event, long position) {
            rows.flush();
            List<Long> written = jdbc.queryForList(
                    "SELECT position FROM " + rows.table("patient") + " WHERE patient_id = ?",
                    Long.class,
                    event.patientId());
            if (!written.isEmpty() && written.getFirst() >= position) {
                return List.of();
            }
            PatientRows.write(rows, event, position);
            return jdbc.queryForList(
                    "SELECT pathway_id FROM " + rows.table("board") + " WHERE patient_id = ?",
                    String.class,
                    event.patientId());
        }

        /** Writes what was taken in; afterwards the batch is empty. */
        public void flush() {
            pathways.forEach((pathwayId, taken) -> {
                known.put(pathwayId, new Known(taken.facts, taken.last().sequence()));
                write(taken);
            });
            pathways.clear();
            rows.flush();
        }

        private void write(Taken taken) {
            Facts facts = taken.facts;
            Recorded last = taken.last();
            String side = BoardRows.side(facts).map(Enum::name).orElse(null);
            BoardRows.write(
                    rows,
                    facts,
                    policies.inForceAt(taken.event().occurredAt().toInstant()),
                    json,
                    last.sequence(),
                    last.position());
            TheatreDayRows.write(rows, facts, side, last.position());
            SummaryRows.write(rows, facts, json, last.position());
        }
    }

    /** The facts of a pathway and the last of those that a batch has taken in. */
    private static final class Taken {

        private final Facts facts;
        private @Nullable PathwayEvent event;
        private @Nullable Recorded recorded;

        private Taken(Facts facts) {
            this.facts = facts;
        }

        private void add(PathwayEvent added, Recorded at) {
            facts.add(added);
            event = added;
            recorded = at;
        }

        private PathwayEvent event() {
            return Objects.requireNonNull(event, "nothing taken");
        }

        private Recorded last() {
            return Objects.requireNonNull(recorded, "nothing taken");
        }
    }

    /** An empty batch, for the transaction at hand. */
    public Batch begin() {
        return new Batch();
    }

    /**
     * Brings the rows of the event's pathway up to this event at once.
     *
     * @return whether they have changed; false when they already held the event
     */
    public boolean take(PathwayEvent event, Recorded recorded) {
        Batch batch = begin();
        boolean changed = batch.take(event, recorded);
        batch.flush();
        return changed;
    }

    /**
     * Brings the row of the event's patient up to this event at once.
     *
     * @return the pathways whose cards name this patient; empty when the row already held the event
     */
    public List<String> take(PatientEvent event, long position) {
        Batch batch = begin();
        List<String> pathways = batch.take(event, position);
        batch.flush();
        return pathways;
    }

    /** Notes how far the views have come; a smaller position than noted before changes nothing. */
    public void reached(long position) {
        jdbc.update(
                "INSERT INTO " + schema + ".progress AS p (view, position) VALUES ('all', ?)"
                        + " ON CONFLICT (view) DO UPDATE SET position = greatest(p.position, EXCLUDED.position)",
                position);
    }

    private @Nullable Long written(String pathwayId) {
        List<Long> found = jdbc.queryForList(
                "SELECT sequence FROM " + schema + ".board WHERE pathway_id = ?", Long.class, pathwayId);
        return found.isEmpty() ? null : found.getFirst();
    }

    private Facts factsBefore(String pathwayId, long sequence) {
        // Taken out of the cache: facts that a rolled back batch has added to must not be found again.
        Known kept = known.asMap().remove(pathwayId);
        if (kept != null && kept.sequence() == sequence - 1) {
            return kept.facts();
        }
        return sequence == 0 ? new Facts() : Facts.of(history.until(pathwayId, sequence - 1));
    }
}
