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
import org.crossface.coordination.projection.Tables;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Folds events and calls the views to write their rows. A row depends only on the state of its pathway and never replaces a later one, so
 * events may be delivered late or repeatedly. Call it inside the transaction that stores the token.
 */
public final class Projector {

    private final JdbcTemplate jdbc;
    private final List<Written> views;
    private final PathwayUpdates updates;

    /** A view and its tables. */
    private record Written(View view, Tables tables) {}

    private record PatientTaken(PatientEvent event, long position) {}

    /**
     * A projector of these views.
     *
     * @param place the schema of each view to write to
     * @param recent a cache of states, which projectors may share
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
        this.updates = new PathwayUpdates(history, policies, recent);
    }

    /** The events of one transaction. The rows of a pathway are computed and written once for all its events. */
    public final class Batch {

        private final int generation = updates.generation();
        private final List<Rows> rows =
                views.stream().map(each -> new Rows(each.tables())).toList();
        private final Map<String, List<PathwayUpdate.Fact>> pathways = new LinkedHashMap<>();
        private final List<PatientTaken> patients = new ArrayList<>();

        private Batch() {}

        /** Adds an event of a pathway, once. */
        public void take(PathwayEvent event, Recorded recorded) {
            List<PathwayUpdate.Fact> facts = pathways.computeIfAbsent(event.pathwayId(), id -> new ArrayList<>());
            if (facts.isEmpty() || facts.getLast().recorded().sequence() < recorded.sequence()) {
                facts.add(new PathwayUpdate.Fact(event, recorded));
            }
        }

        /** Adds an event of a patient. */
        public void take(PatientEvent event, long position) {
            patients.add(new PatientTaken(event, position));
        }

        /**
         * Writes the rows of the added events and empties the batch.
         *
         * @return the changes
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
            PathwayUpdate update = updates.after(pathwayId, facts, generation);
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
                    // Rows with other columns are another statement, which might be sent before this one.
                    rows.get(view).flush();
                }
                changes.add(new Change.OfPatient(
                        each.event(), pathwaysOf.getOrDefault(each.event().patientId(), List.of()), each.position()));
            }
        }
    }

    /** An empty batch, for the current transaction. */
    public Batch begin() {
        return new Batch();
    }

    /** Writes the rows of the event's pathway immediately. */
    public void take(PathwayEvent event, Recorded recorded) {
        Batch batch = begin();
        batch.take(event, recorded);
        batch.flush();
    }

    /**
     * Writes the row of the event's patient immediately.
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

    private Map<String, List<String>> pathwaysOf(Collection<String> patientIds) {
        Map<String, List<String>> found = new HashMap<>();
        views.forEach(each -> found.putAll(each.view().pathwaysOf(patientIds, jdbc, each.tables())));
        return found;
    }
}
