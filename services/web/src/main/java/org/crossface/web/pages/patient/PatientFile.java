package org.crossface.web.pages.patient;

import java.time.ZoneId;
import java.util.List;
import org.crossface.coordination.board.TaskRow;
import org.crossface.coordination.record.RecordedPathway;
import org.crossface.coordination.story.PathwaySummary;
import org.crossface.coordination.story.PatientIdentity;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.state.PathwayState;
import org.jspecify.annotations.Nullable;

/**
 * The data of a patient's pages. The pathway is folded from its event stream, so that users see their own changes at once.
 *
 * @param identity {@code null} while the view has no row of the person
 * @param next the next task; {@code null} without one
 * @param sites the patient's surgery centres
 * @param linked the other registrations of the person
 * @param sharedWith names of the surgery centres that the patient is shared with
 */
record PatientFile(
        RecordedPathway pathway,
        PathwaySummary summary,
        @Nullable PatientIdentity identity,
        @Nullable TaskRow next,
        PatientSites sites,
        List<PatientIdentity> linked,
        List<String> sharedWith) {

    /** The folded state of the pathway. */
    PathwayState state() {
        return pathway.state();
    }

    ZoneId zone() {
        return state().intake().zoneId();
    }
}
