package org.crossface.pathway.recovery;

import java.time.OffsetDateTime;
import org.crossface.pathway.ConcernsCase;
import org.crossface.pathway.Encounter;
import org.crossface.pathway.Totalled;
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
        int sum = AldreteScore.inRange(activity)
                + AldreteScore.inRange(respiration)
                + AldreteScore.inRange(circulation)
                + AldreteScore.inRange(consciousness)
                + AldreteScore.inRange(oxygenSaturation);
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
