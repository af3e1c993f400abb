package org.crossface.coordination;

import java.util.List;
import java.util.Optional;
import org.crossface.coordination.aftercare.AftercareView;
import org.crossface.coordination.board.BoardView;
import org.crossface.coordination.patient.PatientView;
import org.crossface.coordination.story.SummaryView;
import org.crossface.coordination.story.TimelineView;
import org.crossface.coordination.theatre.TheatreDayView;
import org.crossface.coordination.views.Bundle;
import org.crossface.coordination.views.View;
import org.crossface.coordination.worklist.WorklistView;

/** The views of the product, each in the bundle with which it advances. To add a view, write its class and add a line here. */
public final class Bundles {

    /** The views of the pages that users keep open all day. */
    public static final Bundle LIVE = new Bundle(
            "live",
            List.of(new PatientView(), new BoardView(), new TheatreDayView(), new WorklistView(), new AftercareView()));

    /** The views of the page of one pathway. */
    public static final Bundle RECORD = new Bundle("record", List.of(new TimelineView(), new SummaryView()));

    /** Every bundle. */
    public static final List<Bundle> ALL = List.of(LIVE, RECORD);

    private Bundles() {}

    /** The names of these bundles. */
    public static List<String> names(List<Bundle> bundles) {
        return bundles.stream().map(Bundle::name).toList();
    }

    /** The views of these bundles. */
    public static List<View> views(List<Bundle> bundles) {
        return bundles.stream().flatMap(bundle -> bundle.views().stream()).toList();
    }

    /** The bundle of this name. */
    public static Optional<Bundle> find(String name) {
        return ALL.stream().filter(bundle -> bundle.name().equals(name)).findFirst();
    }

    /** The bundle that has the view of this name. */
    public static Optional<Bundle> ofView(String view) {
        return ALL.stream().filter(bundle -> bundle.view(view).isPresent()).findFirst();
    }
}
