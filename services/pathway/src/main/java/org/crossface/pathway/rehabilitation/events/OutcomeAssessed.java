package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.rehabilitation.vocabulary.TerzisGrade;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * What the instruments showed at a visit, with computed totals.
 *
 * @param satisfaction 0 to 10
 * @param adherencePercent 0 to 100
 * @param botulinumWithinFourMonths excludes the grading from paired change unless the reader opts in
 */
@EventName(value = "rehabilitation.outcome-assessed", revision = 2, upcasters = FlapNotNamed.class)
public record OutcomeAssessed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        OutcomeVisit visit,
        Assessment assessment,
        @Nullable TerzisGrade terzis,
        @Nullable Integer satisfaction,
        @Nullable Integer adherencePercent,
        boolean botulinumWithinFourMonths,
        @Harmless("identifier of a practitioner") String raterId,
        @Harmless @Nullable String flapId)
        implements FlapFact, Encounter {}
