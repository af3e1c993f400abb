package org.crossface.web.pages.patient;

import java.time.ZoneId;
import java.util.List;
import org.crossface.coordination.board.Due;
import org.crossface.coordination.record.RecordedPathway;
import org.crossface.coordination.story.PathwaySummary;
import org.crossface.coordination.story.PatientIdentity;
import org.crossface.pathway.patient.PatientSites;
import org.crossface.pathway.state.PathwayState;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of a patient are drawn from: the pathway as its stream tells it, so that who has just recorded something sees it.
 *
 * @param identity {@code null} while no view knows the person
 * @param next what has to happen next; {@code null} when nothing has
 * @param sites the surgery centres that know the patient
 * @param sharedWith names of those that the patient is shared with
 */
record PatientFile(
        RecordedPathway pathway,
        PathwaySummary summary,
        @Nullable PatientIdentity identity,
        @Nullable Due next,
        PatientSites sites,
        List<String> sharedWith) {

    /** What decides and what is shown. */
    PathwayState state() {
        return pathway.state();
    }

    ZoneId zone() {
        return state().intake().zoneId();
    }
}
