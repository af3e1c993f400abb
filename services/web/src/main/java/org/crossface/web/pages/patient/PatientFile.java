package org.crossface.web.pages.patient;

import java.time.ZoneId;
import org.crossface.coordination.board.Due;
import org.crossface.coordination.projection.Facts;
import org.crossface.coordination.record.RecordedPathway;
import org.crossface.coordination.story.PathwaySummary;
import org.crossface.coordination.story.PatientIdentity;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of a patient are drawn from: the pathway as its stream tells it, so that who has just recorded something sees it.
 *
 * @param facts those in force
 * @param identity {@code null} while no view knows the person
 * @param next what has to happen next; {@code null} when nothing has
 */
record PatientFile(
        RecordedPathway pathway,
        Facts facts,
        PathwaySummary summary,
        @Nullable PatientIdentity identity,
        @Nullable Due next) {

    ZoneId zone() {
        return facts.zone();
    }
}
