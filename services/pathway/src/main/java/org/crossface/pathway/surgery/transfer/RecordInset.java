package org.crossface.pathway.surgery.transfer;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.GracilisInset;
import org.crossface.pathway.surgery.vocabulary.InsetInsertion;
import org.crossface.pathway.surgery.vocabulary.InsetOrigin;
import org.crossface.pathway.surgery.vocabulary.InsetTension;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records how the muscle was anchored. */
public record RecordInset(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Side of the face", help = "The paralysed side")
        FaceSide faceSide,

        @FormField(label = "Origin") InsetOrigin origin,
        @FormField(label = "Insertion") InsetInsertion insertion,

        @FormField(label = "Vectors", min = 1, max = 3, step = 1)
        int vectors,

        @FormField(label = "Resting tension") InsetTension tension)
        implements OnParalysedSide {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordInset> USE_CASE = UseCase.of(RecordInset.class, "Record inset")
            .by(Role.SURGEON)
            .in(Phases.STAGE_TWO)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.ofStage(Stage.TWO),
                    CaseRules.CASE_IS_LIVE,
                    CaseRules.once(GracilisInset.class),
                    StageTwoRules.MUSCLE_WAS_HARVESTED)
            .checks(MuscleSideRules.MUSCLE_IS_PLACED_ON_PARALYSED_SIDE)
            .records(GracilisInset.class);
}
