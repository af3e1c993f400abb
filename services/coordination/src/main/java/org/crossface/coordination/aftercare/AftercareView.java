package org.crossface.coordination.aftercare;

import java.time.Instant;
import java.util.Optional;
import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.views.PathwayUpdate;
import org.crossface.coordination.views.View;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.state.CaseProgress;

/**
 * The patients of after-care: one row for each pathway, which says from when on something may have to be done. The row finds
 * the pathway; what has to be done there is asked of the {@link Timetable} when somebody looks, since it changes with time alone.
 */
public final class AftercareView implements View {

    private static final String TABLE = "aftercare";

    @Override
    public String name() {
        return TABLE;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public boolean showsNames() {
        return true;
    }

    @Override
    public void write(Rows rows, PathwayUpdate update) {
        Intake intake = update.state().intake();
        rows.row(TABLE, "pathway_id")
                .set("pathway_id", update.pathwayId())
                .set("patient_id", intake.personId())
                .set("site_id", intake.siteId())
                .set("shown_from", shownFrom(update).orElse(null))
                .set("position", update.position())
                .write();
    }

    private static Optional<Instant> shownFrom(PathwayUpdate update) {
        boolean inFacility = CaseProgress.all(update.state()).stream()
                .anyMatch(each -> each.recovery().inAftercare().isPresent());
        return inFacility
                ? Optional.of(Instant.EPOCH)
                : Timetable.of(update.state(), update.policy()).work().stream()
                        .flatMap(task -> CareArea.of(task).stream().map(area -> area.shownFrom(task)))
                        .min(Instant::compareTo);
    }
}
