package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Totalled;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * The modified Aldrete score was taken.
 *
 * @param activity 0 to 2
 * @param respiration 0 to 2
 * @param circulation 0 to 2
 * @param consciousness 0 to 2
 * @param oxygenSaturation 0 to 2
 * @param total 0 to 10, computed
 */
@EventName("recovery.aldrete-scored")
public record AldreteScored(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        int activity,
        int respiration,
        int circulation,
        int consciousness,
        int oxygenSaturation,
        int total)
        implements RecoveryFact, ConcernsCase, Encounter, Totalled<AldreteScored> {

    @Override
    public AldreteScored totalled() {
        int sum = ScoreItem.inRange(activity)
                + ScoreItem.inRange(respiration)
                + ScoreItem.inRange(circulation)
                + ScoreItem.inRange(consciousness)
                + ScoreItem.inRange(oxygenSaturation);
        return new AldreteScored(
                pathwayId,
                factId,
                occurredAt,
                caseId,
                activity,
                respiration,
                circulation,
                consciousness,
                oxygenSaturation,
                sum);
    }
}
