package org.crossface.coordination.story;

import java.util.Optional;
import org.crossface.coordination.projection.Recorded;
import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.views.PathwayUpdate;
import org.crossface.coordination.views.View;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.EventName;

/** The timeline: one row for each event, and a strike through the one that an event corrects or retracts. */
public final class TimelineView implements View {

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public void write(Rows rows, PathwayUpdate update) {
        update.facts().forEach(fact -> write(rows, fact.event(), fact.recorded()));
    }

    private static void write(Rows rows, PathwayEvent event, Recorded recorded) {
        String name = Optional.ofNullable(event.getClass().getAnnotation(EventName.class))
                .map(EventName::value)
                .orElseThrow(() -> new IllegalStateException(event.getClass() + " has no @EventName"));
        rows.row("timeline", "pathway_id", "sequence")
                .set("pathway_id", event.pathwayId())
                .set("sequence", recorded.sequence())
                .set("position", recorded.position())
                .set("fact_id", event.factId())
                .set("event", name)
                .set("occurred_at", event.occurredAt())
                .set("recorded_at", recorded.recordedAt())
                .set("actor", recorded.actor())
                .set("role", recorded.role())
                .set("case_id", event instanceof ConcernsCase concerns ? concerns.caseId() : null)
                .set("area", name.substring(0, name.indexOf('.')))
                .set("title", EventWords.title(event))
                .set("detail", EventWords.detail(event))
                .write();
        switch (event) {
            case RecordCorrected corrected -> strike(rows, event.pathwayId(), corrected.targetFactId(), recorded);
            case RecordRetracted retracted -> strike(rows, event.pathwayId(), retracted.targetFactId(), recorded);
            default -> {}
        }
    }

    private static void strike(Rows rows, String pathwayId, String factId, Recorded recorded) {
        rows.later(
                "UPDATE " + rows.table("timeline") + " SET superseded_by = ? WHERE pathway_id = ? AND fact_id = ?",
                recorded.position(),
                pathwayId,
                factId);
    }
}
