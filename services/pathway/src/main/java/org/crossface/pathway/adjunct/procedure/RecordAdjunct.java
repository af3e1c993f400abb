package org.crossface.pathway.adjunct.procedure;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.adjunct.AdjunctKind;
import org.crossface.pathway.adjunct.AdjunctPerformed;
import org.crossface.pathway.adjunct.MagneticResonance;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records a procedure beside the main plan that was carried out. */
public record RecordAdjunct(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.PLANNED_ADJUNCT)
        @FormField(label = "As planned", max = 64, help = "Empty if it was not planned")
        @Nullable
        String plannedId,

        @FormField(label = "Procedure") AdjunctKind kind,
        @FormField(label = "Side of the face") FaceSide side,

        @FormField(label = "Product", max = 120, help = "What was implanted or injected") @Nullable
        String product,

        @FormField(label = "Lot or serial number", max = 60) @Nullable
        String lot,

        @FormField(label = "Magnetic resonance", help = "Of an implant, as its label says") @Nullable
        MagneticResonance magneticResonance,

        @FormField(label = "Amount", max = 60, help = "Such as 1.2 g, or 25 units") @Nullable
        String amount,

        @RefersTo(Referent.PRACTITIONER) @FormField(label = "Carried out by", min = 1, max = 64)
        String surgeonId)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordAdjunct> USE_CASE = UseCase.of(RecordAdjunct.class, "Record adjunct procedure")
            .by(Role.SURGEON)
            .in(AdjunctRules.PHASES)
            .answers("ADJUNCT")
            .checks(
                    AdjunctRules.PLAN_IS_KNOWN,
                    AdjunctRules.IMPLANT_IS_IDENTIFIED,
                    AdjunctRules.DRUG_IS_IDENTIFIED,
                    AdjunctRules.SURGEON_IS_SIGNED_IN)
            .records(AdjunctPerformed.class);
}
