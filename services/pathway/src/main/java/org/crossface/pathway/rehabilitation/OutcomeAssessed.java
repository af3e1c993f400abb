package org.crossface.pathway.rehabilitation;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * What the instruments showed at a visit.
 *
 * @param sunnybrookComposite computed: voluntary minus resting minus synkinesis, may be below 0 for an inconsistent rating
 * @param faceTotal computed, 0 to 100
 * @param botulinumWithinFourMonths excludes the grading from paired change unless the reader opts in
 */
@EventName("rehabilitation.outcome-assessed")
public record OutcomeAssessed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        OutcomeVisit visit,
        @Nullable Integer houseBrackmann,
        @Nullable List<Integer> sunnybrookResting,
        @Nullable List<Integer> sunnybrookVoluntary,
        @Nullable List<Integer> sunnybrookSynkinesis,
        @Nullable Integer sunnybrookComposite,
        @Nullable Double smileExcursionMm,
        @Nullable List<Integer> faceAnswers,
        @Nullable Double faceTotal,
        @Nullable TerzisGrade terzis,
        @Nullable Integer satisfaction,
        @Nullable Integer adherencePercent,
        boolean botulinumWithinFourMonths,
        @Harmless("identifier of a practitioner") String rater)
        implements RehabilitationFact, Encounter {
    public OutcomeAssessed {
        sunnybrookResting = sunnybrookResting == null ? null : List.copyOf(sunnybrookResting);
        sunnybrookVoluntary = sunnybrookVoluntary == null ? null : List.copyOf(sunnybrookVoluntary);
        sunnybrookSynkinesis = sunnybrookSynkinesis == null ? null : List.copyOf(sunnybrookSynkinesis);
        faceAnswers = faceAnswers == null ? null : List.copyOf(faceAnswers);
    }
}
