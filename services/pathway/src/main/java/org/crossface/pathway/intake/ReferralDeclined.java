package org.crossface.pathway.intake;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The referral was declined; the pathway ends. */
@EventName("intake.referral-declined")
public record ReferralDeclined(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        DeclineReason reason,
        @Personal @Nullable String note)
        implements IntakeFact {
    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.REFERRAL_DECLINED;
    }
}
