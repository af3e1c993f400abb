package org.crossface.coordination.views;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossface.coordination.board.BoardRows;
import org.crossface.coordination.projection.PathwayHistory;
import org.crossface.coordination.projection.Recorded;
import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.projection.StorableFold;
import org.crossface.coordination.projection.Tables;
import org.crossface.coordination.story.SummaryRows;
import org.crossface.coordination.story.TimelineRows;
import org.crossface.coordination.theatre.TheatreDayRows;
import org.crossface.pathway.EffectiveFacts;
import org.crossface.pathway.PathwayEvent;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds the rows of all views in one schema. Each row is computed from the state of its pathway, so it does not depend on when or how
 * often an event is delivered; an event that the rows already hold is passed over. Call it inside the transaction that also stores how
 * far the reader has come.
 */
public final class Projector {

    /** Facts that are folded in the states that are remembered, of all pathways together: some tens of megabytes. */
    private static final int KEPT_FACTS = 150_000;

    private final JdbcTemplate jdbc;
    private final Tables tables;
    private final PathwayHistory history;
    private final Policies policies;
    private final Set<View> views;
    private final JsonMapper json = JsonMapper.shared();

    /** An entry counts only while it has come exactly as far as the row. */
    private final RecentStates recent = new RecentStates(KEPT_FACTS);

    private record Taken(PathwayEvent event, Recorded recorded) {}

    private record PatientTaken(PatientEvent event, long position) {}

    /**
     * A projector of all views.
     *
     * @param schema where the tables are
     */
    public Projector(JdbcTemplate jdbc, String schema, PathwayHistory history, Policies policies) {
        this(jdbc, schema, history, policies, EnumSet.allOf(View.class));
    }

    /**
     * A projector of the board and of these views.
     *
     * @param schema where the tables are
     */
    public Projector(JdbcTemplate jdbc, String schema, PathwayHistory history, Policies policies, Set<View> views) {
        this.jdbc = jdbc;
        this.tables = new Tables(jdbc, schema);
        this.history = history;
        this.policies = policies;
        this.views = Set.copyOf(views);
    }

    /** What one transaction takes in: the rows of a pathway are computed and written once for all its events. */
    public final class Batch {

        private final int generation = recent.generation();
        private final Rows rows = new Rows(tables);
        private final Map<String, List<Taken>> pathways = new LinkedHashMap<>();
        private final List<PatientTaken> patients = new ArrayList<>();

        private Batch() {}

        /** Takes in an event of a pathway. */
        public void take(PathwayEvent event, Recorded recorded) {
            pathways.computeIfAbsent(event.pathwayId(), id -> new ArrayList<>()).add(new Taken(event, recorded));
        }

        /** Takes in an event of a patient. */
        public void take(PatientEvent event, long position) {
            patients.add(new PatientTaken(event, position));
        }

        /**
         * Writes what was taken in; afterwards the batch is empty.
         *
         * @return what has changed; nothing for an event that the rows already held
         */
        public List<Change> flush() {
            List<Change> changes = new ArrayList<>();
            if (!pathways.isEmpty()) {
                Map<String, Long> written = positions("board", "pathway_id", "sequence", pathways.keySet());
                pathways.forEach((pathwayId, taken) -> write(pathwayId, taken, written, changes));
                pathways.clear();
                rows.flush();
            }
            if (!patients.isEmpty()) {
                writePatients(changes);
                patients.clear();
            }
            return changes;
        }

        private void write(String pathwayId, List<Taken> taken, Map<String, Long> written, List<Change> changes) {
            long last = written.getOrDefault(pathwayId, -1L);
            Fold fold = null;
            Taken newest = null;
            for (Taken each : taken) {
                long sequence = each.recorded().sequence();
                if (sequence > last) {
                    fold = fold == null ? new Fold(pathwayId, sequence) : fold;
                    fold.take(each.event());
                    if (views.contains(View.TIMELINE)) {
                        TimelineRows.write(rows, each.event(), each.recorded());
                    }
                    changes.add(
                            new Change.OfPathway(each.event(), each.recorded().position()));
                    newest = each;
                    last = sequence;
                }
            }
            if (fold != null && newest != null) {
                PathwayState state = fold.stateAt(last);
                recent.put(pathwayId, state, last, generation);
                write(state, newest);
            }
        }

        private void write(PathwayState state, Taken newest) {
            if (!state.intake().referred()) {
                throw new IllegalStateException("A pathway begins with its referral");
            }
            long position = newest.recorded().position();
            OffsetDateTime at = newest.event().occurredAt();
            Policy policy = policies.inForceAt(at.toInstant());
            BoardRows.write(rows, state, policy, json, newest.recorded().sequence(), position);
            if (views.contains(View.THEATRE_DAY)) {
                TheatreDayRows.write(rows, state, lookedAt(state, newest), policy, json, position);
            }
            if (views.contains(View.SUMMARY)) {
                SummaryRows.write(rows, state, json, position);
            }
        }

        /** When the rows are true: the newest fact is recorded, and all that is recorded has happened. */
        private OffsetDateTime lookedAt(PathwayState state, Taken newest) {
            OffsetDateTime recorded = newest.recorded()
                    .recordedAt()
                    .atOffset(newest.event().occurredAt().getOffset());
            OffsetDateTime last = state.lastAt();
            return last == null || last.isBefore(recorded) ? recorded : last;
        }

        private void writePatients(List<Change> changes) {
            List<String> ids =
                    patients.stream().map(each -> each.event().patientId()).toList();
            Map<String, Long> written = positions("patient", "patient_id", "position", ids);
            Map<String, List<String>> cards = cardsOf(ids);
            for (PatientTaken each : patients) {
                String id = each.event().patientId();
                if (written.getOrDefault(id, -1L) < each.position()) {
                    PatientRows.write(rows, each.event(), each.position());
                    // Rows of other columns would overtake this one.
                    rows.flush();
                    changes.add(new Change.OfPatient(each.event(), cards.getOrDefault(id, List.of()), each.position()));
                }
            }
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
        batch.take(event, recorded);
        return !batch.flush().isEmpty();
    }

    /**
     * Brings the row of the event's patient up to this event at once.
     *
     * @return the pathways whose cards name this patient; empty when the row already held the event
     */
    public List<String> take(PatientEvent event, long position) {
        Batch batch = begin();
        batch.take(event, position);
        return batch.flush().stream()
                .filter(Change.OfPatient.class::isInstance)
                .map(Change.OfPatient.class::cast)
                .flatMap(change -> change.pathwayIds().stream())
                .toList();
    }

    /** Forgets the states that are remembered, which may name a patient who has just been erased; they are read again when they are needed. */
    public void forgetStates() {
        recent.clear();
    }

    /** Notes how far the views have come; a smaller position than noted before changes nothing. */
    public void reached(long position) {
        jdbc.update(
                "INSERT INTO " + tables.name("progress") + " AS p (view, position) VALUES ('all', ?)"
                        + " ON CONFLICT (view) DO UPDATE SET position = greatest(p.position, EXCLUDED.position)",
                position);
    }

    /** Up to where the rows with these keys are written. */
    private Map<String, Long> positions(String table, String key, String value, Collection<String> keys) {
        Map<String, Long> found = new HashMap<>();
        jdbc.query(
                "SELECT " + key + ", " + value + " FROM " + tables.name(table) + " WHERE " + key + " = ANY (?)",
                rs -> {
                    found.put(rs.getString(1), rs.getLong(2));
                },
                (Object) keys.toArray(String[]::new));
        return found;
    }

    private Map<String, List<String>> cardsOf(Collection<String> patientIds) {
        Map<String, List<String>> cards = new HashMap<>();
        jdbc.query(
                "SELECT patient_id, pathway_id FROM " + tables.name("board") + " WHERE patient_id = ANY (?)",
                rs -> {
                    cards.computeIfAbsent(rs.getString(1), id -> new ArrayList<>())
                            .add(rs.getString(2));
                },
                (Object) patientIds.toArray(String[]::new));
        return cards;
    }

    /** One pathway while its new facts come in. */
    private final class Fold {

        private final String pathwayId;
        private @Nullable PathwayState state;

        /** @param sequence of the first new fact */
        Fold(String pathwayId, long sequence) {
            this.pathwayId = pathwayId;
            this.state = recent.takeBefore(pathwayId, sequence)
                    .orElseGet(() -> sequence == 0 ? PathwayState.none() : read(sequence - 1));
        }

        /** A fact that changes an earlier one asks for all facts, which are no longer there; they are read once, in {@link #stateAt}. */
        void take(PathwayEvent fact) {
            PathwayState before = state;
            state = before == null || EffectiveFacts.changes(fact) ? null : StorableFold.after(before, fact);
        }

        /** @param sequence of the newest fact that was taken in */
        PathwayState stateAt(long sequence) {
            return state == null ? read(sequence) : state;
        }

        private PathwayState read(long sequence) {
            return StorableFold.of(history.until(pathwayId, sequence));
        }
    }
}
