package org.crossface.pathway.neurotization;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.NeedsSecondPerson;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The graft carries the signal. */
@EventName("neurotization.neurotization-confirmed")
public record NeurotizationConfirmed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        NeurotizationBasis basis,
        @Harmless("identifier of a practitioner") String confirmedBy,
        @Personal @Nullable String rationale,
        @Harmless("identifier of a practitioner") @Nullable String secondReviewer)
        implements NeurotizationFact, NeedsSecondPerson {

    /** A judgement does, unless the rule was overridden and nobody is named (INV-22). */
    @Override
    public boolean needsSecondPerson() {
        return basis == NeurotizationBasis.CLINICAL_JUDGEMENT && secondReviewer != null;
    }

    @Override
    public @Nullable String secondPerson() {
        return secondReviewer;
    }

    @Override
    public String firstPerson() {
        return confirmedBy;
    }

    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.READY_FOR_STAGE2;
    }
}
