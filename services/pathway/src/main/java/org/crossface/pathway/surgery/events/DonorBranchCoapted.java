package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.CoaptationType;
import org.crossface.pathway.surgery.vocabulary.DonorBranch;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The graft was joined to a branch of the facial nerve on the healthy side.
 *
 * @param count 1 to 4
 */
@EventName("surgery.donor-branch-coapted")
public record DonorBranchCoapted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String graftId,
        FaceSide faceSide,
        DonorBranch branch,
        CoaptationType type,
        int count,
        boolean stimulationConfirmed,
        @Personal @Nullable String suture,
        boolean glue)
        implements SurgeryFact, ConcernsCase {}
