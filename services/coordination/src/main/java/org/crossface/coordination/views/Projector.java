package org.crossface.coordination.views;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossface.coordination.projection.PathwayHistory;
import org.crossface.coordination.projection.Recorded;
import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.projection.StorableFold;
import org.crossface.coordination.projection.Tables;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.state.EffectiveFacts;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Folds events and has views write the rows that follow. A row follows from the state of its pathway and never replaces a later one, so it
 * does not matter when or how often an event is delivered. Call it inside the transaction that also stores how far the reader has come.
 */
public final class Projector {

    private final JdbcTemplate jdbc;
    private final List<Written> views;
    private final PathwayHistory history;
    private final Policies policies;
    private final RecentStates recent;

    /** A view and its tables. */
    private record Written(View view, Tables tables) {}

    private record PatientTaken(PatientEvent event, long position) {}

    /**
     * A projector of these views.
     *
     * @param place which tables of each view
     * @param recent states that this projector shares with others, or its own
     */
    public Projector(
            JdbcTemplate jdbc,
            List<View> views,
            ViewPlace place,
            PathwayHistory history,
            Policies policies,
            RecentStates recent) {
        this.jdbc = jdbc;
        this.views = views.stream()
                .map(view -> new Written(view, new Tables(jdbc, place.schemaOf(view.name()))))
                .toList();
        this.history = history;
        this.policies = policies;
        this.recent = recent;
    }

    /** What one transaction takes in: the rows of a pathway are computed and written once for all its events. */
    public final class Batch {

        private final int generation = recent.generation();
        private final List<Rows> rows =
                views.stream().map(each -> new Rows(each.tables())).toList();
        private final Map<String, List<PathwayUpdate.Fact>> pathways = new LinkedHashMap<>();
        private final List<PatientTaken> patients = new ArrayList<>();

        private Batch() {}

        /** Takes in an event of a pathway, once. */
        public void take(PathwayEvent event, Recorded recorded) {
            List<PathwayUpdate.Fact> facts = pathways.computeIfAbsent(event.pathwayId(), id -> new ArrayList<>());
            if (facts.isEmpty() || facts.getLast().recorded().sequence() < recorded.sequence()) {
                facts.add(new PathwayUpdate.Fact(event, recorded));
            }
        }

        /** Takes in an event of a patient. */
        public void take(PatientEvent event, long position) {
            patients.add(new PatientTaken(event, position));
        }

        /**
         * Writes what was taken in; afterwards the batch is empty.
         *
         * @return what has changed
         */
        public List<Change> flush() {
            List<Change> changes = new ArrayList<>();
            if (!pathways.isEmpty()) {
                pathways.forEach((pathwayId, facts) -> write(pathwayId, facts, changes));
                pathways.clear();
                rows.forEach(Rows::flush);
            }
            if (!patients.isEmpty()) {
                writePatients(changes);
                patients.clear();
            }
            return changes;
        }

        private void write(String pathwayId, List<PathwayUpdate.Fact> facts, List<Change> changes) {
            long last = facts.getLast().recorded().sequence();
            PathwayState state = recent.at(pathwayId, last).orElseGet(() -> fold(pathwayId, facts));
            if (!state.intake().referred()) {
                throw new IllegalStateException("A pathway begins with its referral");
            }
            recent.put(Projector.this, pathwayId, state, last, generation);
            PathwayUpdate update = new PathwayUpdate(
                    state,
                    facts,
                    policies.inForceAt(facts.getLast().event().occurredAt().toInstant()));
            for (int view = 0; view < views.size(); view++) {
                views.get(view).view().write(rows.get(view), update);
            }
            facts.forEach(fact -> changes.add(
                    new Change.OfPathway(fact.event(), fact.recorded().position())));
        }

        private void writePatients(List<Change> changes) {
            Map<String, List<String>> pathwaysOf = pathwaysOf(
                    patients.stream().map(each -> each.event().patientId()).toList());
            for (PatientTaken each : patients) {
                for (int view = 0; view < views.size(); view++) {
                    views.get(view).view().write(rows.get(view), each.event(), each.position());
                    // Rows of other columns would overtake this one.
                    rows.get(view).flush();
                }
                changes.add(new Change.OfPatient(
                        each.event(), pathwaysOf.getOrDefault(each.event().patientId(), List.of()), each.position()));
            }
        }
    }

    /** An empty batch, for the transaction at hand. */
    public Batch begin() {
        return new Batch();
    }

    /** Brings the rows of the event's pathway up to this event at once. */
    public void take(PathwayEvent event, Recorded recorded) {
        Batch batch = begin();
        batch.take(event, recorded);
        batch.flush();
    }

    /**
     * Brings the row of the event's patient up to this event at once.
     *
     * @return the pathways of this patient
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

    private Map<String, List<String>> pathwaysOf(Collection<String> patientIds) {
        Map<String, List<String>> found = new HashMap<>();
        views.forEach(each -> found.putAll(each.view().pathwaysOf(patientIds, jdbc, each.tables())));
        return found;
    }

    /** From the state before the first of these facts. A fact that changes an earlier one asks for all facts; they are read once. */
    private PathwayState fold(String pathwayId, List<PathwayUpdate.Fact> facts) {
        long first = facts.getFirst().recorded().sequence();
        boolean simple = facts.stream().noneMatch(fact -> EffectiveFacts.changes(fact.event()));
        if (!simple) {
            return read(pathwayId, facts.getLast().recorded().sequence());
        }
        PathwayState state = first == 0
                ? PathwayState.none()
                : recent.at(pathwayId, first - 1).orElseGet(() -> read(pathwayId, first - 1));
        for (PathwayUpdate.Fact fact : facts) {
            state = StorableFold.after(state, fact.event());
        }
        return state;
    }

    private PathwayState read(String pathwayId, long sequence) {
        return StorableFold.of(history.until(pathwayId, sequence));
    }
}
