package org.crossface.pathway.neurotization;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Confirms that the graft carries the healthy side's signal, so that the muscle may follow. */
public record ConfirmNeurotization(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Basis") NeurotizationBasis basis,

        @FormField(label = "Rationale", max = 2000, multiline = true, help = "Needed for clinical judgement") @Nullable
        String rationale,

        @FormField(label = "Second reviewer", max = 100, help = "Another surgeon; needed for clinical judgement")
        @Nullable
        String secondReviewer)
        implements PathwayCommand {}
