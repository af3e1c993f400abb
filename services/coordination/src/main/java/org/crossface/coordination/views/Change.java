package org.crossface.coordination.views;

import java.util.List;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.vocabulary.PathwayEvent;

/** Rows that an event has changed. */
public sealed interface Change {

    /** Global position of the event. */
    long position();

    /** The rows of its pathway. */
    record OfPathway(PathwayEvent event, long position) implements Change {}

    /**
     * The row of its patient.
     *
     * @param pathwayIds the pathways of this patient
     */
    record OfPatient(PatientEvent event, List<String> pathwayIds, long position) implements Change {

        public OfPatient {
            pathwayIds = List.copyOf(pathwayIds);
        }
    }
}
