package org.crossface.pathway.surgery.record;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.neurotization.growth.NeurotizationRules;
import org.crossface.pathway.surgery.events.ExternalStageOneAttested;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Attests that stage one was done at another centre, so that the pathway goes on from there. */
public record AttestExternalStage(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @FormField(label = "Other centre", min = 1, max = 200)
        String centre,

        @FormField(
                label = "Day of surgery",
                min = 7,
                max = 10,
                help = "As 2025-01-14, or 2025-01 if only the month is known")
        String operatedOn,

        @FormField(label = "Donor side of the face", help = "The healthy side")
        FaceSide donorSide,

        @FormField(label = "Side of the free end", help = "The paralysed side")
        FaceSide bankSide,

        @FormField(label = "Graft length", unit = "cm", min = 1, max = 40, step = 0.1, help = "If known") @Nullable
        Double graftLengthCm,

        @FormField(label = "Operation note", min = 1, max = 200, help = "Reference of the document")
        String operationNoteRef,

        @RefersTo(Referent.PRACTITIONER) @FormField(label = "Attesting surgeon", min = 1, max = 64)
        String surgeonId,

        @FormField(label = "Donor leg", help = "Where the sural nerve was taken from, if known") @Nullable
        BodySide legSide)
        implements Attestation {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AttestExternalStage> USE_CASE = UseCase.of(
                    AttestExternalStage.class, "Attest stage one done elsewhere")
            .by(Role.SURGEON)
            .in(Phases.with(Phases.EVALUATION, Phase.CANDIDATE, Phase.STAGE1_PLANNED, Phase.REPLANNED))
            .requires(ExternalStageRules.STAGE_ONE_IS_MISSING, ExternalStageRules.STAGE_ONE_IS_NOT_UNDER_WAY)
            .checks(
                    ExternalStageRules.ATTESTED_GRAFT_STARTS_ON_HEALTHY_SIDE,
                    ExternalStageRules.ATTESTED_GRAFT_ENDS_ON_PARALYSED_SIDE,
                    ExternalStageRules.DAY_IS_IN_THE_PAST,
                    ExternalStageRules.SURGEON_IS_KNOWN,
                    ExternalStageRules.SURGEON_SIGNS)
            .fulfils(NeurotizationRules.GRAFT_IS_BANKED)
            .records(
                    ExternalStageOneAttested.class,
                    fact -> fact.with("operatedOn", "operatedOnAsKnown", ExternalStageOneAttested::operatedOnAsKnown));

    @Override
    public Stage attestedStage() {
        return Stage.ONE;
    }
}
