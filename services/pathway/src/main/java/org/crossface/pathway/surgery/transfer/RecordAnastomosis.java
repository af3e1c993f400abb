package org.crossface.pathway.surgery.transfer;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.ArterialAnastomosisCompleted;
import org.crossface.pathway.surgery.events.VenousAnastomosisCompleted;
import org.crossface.pathway.surgery.vocabulary.AnastomosisKind;
import org.crossface.pathway.surgery.vocabulary.AnastomosisTechnique;
import org.crossface.pathway.surgery.vocabulary.CoaptationType;
import org.crossface.pathway.surgery.vocabulary.RecipientVessel;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records the joining of an artery or a vein of the flap. */
public record RecordAnastomosis(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Artery or vein") AnastomosisKind kind,
        @FormField(label = "Recipient vessel") RecipientVessel recipientVessel,

        @FormField(label = "Reason for another vessel", max = 500, help = "Needed when it is not a facial vessel")
        @Nullable
        String vesselReason,

        @FormField(label = "Side of the face", help = "The paralysed side")
        FaceSide faceSide,

        @FormField(label = "Technique") AnastomosisTechnique technique,
        @FormField(label = "Configuration") CoaptationType configuration,

        @FormField(label = "Coupler size", unit = "mm", min = 1, max = 4, step = 0.1) @Nullable
        Double couplerMm,

        @FormField(label = "Patency confirmed") boolean patencyConfirmed)
        implements OnParalysedSide {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordAnastomosis> USE_CASE = UseCase.of(RecordAnastomosis.class, "Record anastomosis")
            .by(Role.SURGEON)
            .in(Phases.STAGE_TWO)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.ofStage(Stage.TWO),
                    CaseRules.CASE_IS_LIVE,
                    StageTwoRules.MUSCLE_WAS_HARVESTED)
            .checks(MuscleSideRules.MUSCLE_IS_PLACED_ON_PARALYSED_SIDE, StageTwoRules.ANOTHER_VESSEL_HAS_A_REASON)
            .records(ArterialAnastomosisCompleted.class, kind -> kind.always("kind", AnastomosisKind.ARTERIAL))
            .records(VenousAnastomosisCompleted.class, kind -> kind.always("kind", AnastomosisKind.VENOUS));
}
