package org.crossface.pathway.intake;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** Nobody booked an evaluation in time, whatever notices were sent; the pathway ends, and a new referral opens another (T-02). */
@EventName("intake.referral-expired")
public record ReferralExpired(
        @Harmless String pathwayId, @Harmless String factId, OffsetDateTime occurredAt) implements IntakeFact {

    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.REFERRAL_EXPIRED;
    }
}
