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
 * What people read of pathways or patients, as rows in tables of its own. Each row follows from a state alone, so that it does not depend on
 * when or how often an event is delivered.
 *
 * <p>The tables are in the schema of that view, made by the migrations at {@code db/view_<name>}. Every table has a column {@code position}
 * with the position of the event that its row follows from; a row never replaces one of a later position.
 */
public interface View {

    /** Lower-case letters and underscores; readers are told of changes under this name. */
    String name();

    /**
     * 1 or more; greater whenever the same events make other rows than before. Nodes that find an older revision build the view anew beside
     * the serving one.
     */
    int revision();

    /** Writes the rows that follow from the new state of a pathway. */
    default void write(Rows rows, PathwayUpdate update) {}

    /** Writes the rows that follow from an event of a patient. */
    default void write(Rows rows, PatientEvent event, long position) {}

    /** Whether readers of this view are told of the event; rows are written in any case. */
    default boolean shows(PathwayEvent event) {
        return true;
    }

    /** The pathways of these patients, if this view keeps them: readers of these pathways are told of a changed name. */
    default Map<String, List<String>> pathwaysOf(Collection<String> patientIds, JdbcTemplate jdbc, Tables tables) {
        return Map.of();
    }

    /** Whether its readers also see names of people, so that they are told when such a name changes. */
    default boolean showsNames() {
        return false;
    }
}
