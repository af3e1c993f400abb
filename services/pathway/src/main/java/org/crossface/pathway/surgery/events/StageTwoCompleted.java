package org.crossface.pathway.surgery.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.NeedsSecondPerson;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The free gracilis transfer was completed; the clocks of therapy and outcome start on the day of the operation.
 *
 * @param operatedOn day of the incision in the zone of the facility
 * @param bloodLossMl mL, 0 to 2000
 * @param durationMinutes from incision to closure
 * @param deviation present when two surgeons completed it without venous outflow
 */
@EventName("surgery.stage-two-completed")
public record StageTwoCompleted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String flapId,
        LocalDate operatedOn,
        int bloodLossMl,
        int durationMinutes,
        @Harmless("reference of a document") String operationNoteRef,
        boolean dopplerSiteMarked,
        boolean drain,
        @Personal @Nullable String ischemiaComment,
        @Personal @Nullable String deviation,
        @Harmless @Nullable String secondSurgeonId)
        implements SurgeryFact, ConcernsCase, Encounter, NeedsSecondPerson {

    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.STAGE2_DONE;
    }

    /** A second surgeon who is named agrees to the deviation (INV-28). */
    @Override
    public boolean needsSecondPerson() {
        return secondSurgeonId != null;
    }

    @Override
    public @Nullable String secondPerson() {
        return secondSurgeonId;
    }

    @Override
    public @Nullable String firstPerson() {
        return null;
    }
}
