package org.crossface.pathway.surgery.record;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.events.ExternalStageTwoAttested;
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Attests that a muscle was transferred at another centre, so that therapy and outcome are followed here. */
public record AttestExternalStageTwo(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Other centre", min = 1, max = 200)
        String centre,

        @FormField(
                label = "Day of surgery",
                min = 7,
                max = 10,
                help = "As 2025-10-07, or 2025-10 if only the month is known")
        String operatedOn,

        @FormField(label = "Side of the face", help = "Where the muscle lies")
        FaceSide faceSide,

        @FormField(label = "Thigh", help = "Where the muscle was taken from, if known") @Nullable
        BodySide thighSide,

        @FormField(label = "Driving nerve") MotorNerve motorNerve,

        @FormField(label = "Operation note", min = 1, max = 200, help = "Reference of the document")
        String operationNoteRef,

        @RefersTo(Referent.PRACTITIONER) @FormField(label = "Attesting surgeon", min = 1, max = 64)
        String surgeonId)
        implements Attestation {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AttestExternalStageTwo> USE_CASE = UseCase.of(
                    AttestExternalStageTwo.class, "Attest stage two done elsewhere")
            .by(Role.SURGEON)
            .in(Phases.GOING_ON)
            .requires(ExternalStageRules.STAGE_TWO_IS_NOT_UNDER_WAY)
            .checks(
                    ExternalStageRules.ATTESTED_MUSCLE_IS_ON_A_PARALYSED_SIDE,
                    ExternalStageRules.NO_OTHER_MUSCLE_LIES_THERE,
                    ExternalStageRules.THIGH_HAD_ITS_MUSCLE,
                    ExternalStageRules.MUSCLE_FOLLOWS_ITS_GRAFT,
                    ExternalStageRules.DAY_IS_IN_THE_PAST,
                    ExternalStageRules.SURGEON_IS_KNOWN,
                    ExternalStageRules.SURGEON_SIGNS)
            .records(
                    ExternalStageTwoAttested.class,
                    fact -> fact.with("operatedOn", "operatedOnAsKnown", ExternalStageTwoAttested::operatedOnAsKnown));

    @Override
    public Stage attestedStage() {
        return Stage.TWO;
    }
}
