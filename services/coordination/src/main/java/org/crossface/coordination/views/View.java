package org.crossface.coordination.views;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.projection.Tables;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A view model of pathways or patients, in tables of its own. Each row depends on a state only, so events may be delivered late or
 * repeatedly.
 *
 * <p>The tables are in the schema of that view, made by the migrations at {@code db/view_<name>}. Every table has a column {@code position}
 * with the position of the event behind the row. A row never replaces one of a later position.
 */
public interface View {

    /** Lower-case letters and underscores; subscribers are notified of changes under this name. */
    String name();

    /**
     * 1 or more; increase it whenever the same events result in different rows. Nodes that find an older revision rebuild the view beside
     * the serving one.
     */
    int revision();

    /** Writes the rows for the new state of a pathway. */
    default void write(Rows rows, PathwayUpdate update) {}

    /** Writes the rows for an event of a patient. */
    default void write(Rows rows, PatientEvent event, long position) {}

    /** Whether subscribers of this view are notified of the event. Rows are written in any case. */
    default boolean shows(PathwayEvent event) {
        return true;
    }

    /** The pathways of these patients, if this view holds them. Subscribers of these pathways are notified of a changed name. */
    default Map<String, List<String>> pathwaysOf(Collection<String> patientIds, JdbcTemplate jdbc, Tables tables) {
        return Map.of();
    }

    /** Whether its pages also show patients' names, so that subscribers are notified of a changed name. */
    default boolean showsNames() {
        return false;
    }
}
