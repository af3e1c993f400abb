package org.crossface.coordination.rebuild;

import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.views.PathwayUpdate;
import org.crossface.coordination.views.View;

/** How many events each pathway has, with a label that each release words otherwise. */
record CountedView(int revision, String label) implements View {

    @Override
    public String name() {
        return "counted";
    }

    @Override
    public void write(Rows rows, PathwayUpdate update) {
        rows.row("counted", "pathway_id")
                .set("pathway_id", update.pathwayId())
                .set("events", update.sequence() + 1)
                .set("label", label)
                .set("position", update.position())
                .write();
    }
}
