package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.BankLocation;
import org.crossface.pathway.surgery.vocabulary.TunnelRoute;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * The graft was led across the face and its free end banked on the paralysed side.
 *
 * @param tunnelLengthCm cm, 5 to 25
 */
@EventName("surgery.graft-tunnelled-and-banked")
public record GraftTunnelledAndBanked(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String graftId,
        TunnelRoute route,
        FaceSide distalSide,
        BankLocation location,
        double tunnelLengthCm,
        boolean tagged)
        implements SurgeryFact, ConcernsCase {}
