package org.crossface.pathway.surgery.transfer;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.ObturatorToGraftCoapted;
import org.crossface.pathway.surgery.events.ObturatorToMassetericCoapted;
import org.crossface.pathway.surgery.vocabulary.CoaptationType;
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records the joining of the nerve of the flap to the nerve that will drive it. */
public record RecordNerveCoaptation(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Side of the face", help = "The paralysed side")
        FaceSide faceSide,

        @FormField(label = "Driving nerve") MotorNerve motorNerve,
        @FormField(label = "Coaptation") CoaptationType type)
        implements OnParalysedSide {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordNerveCoaptation> USE_CASE = UseCase.of(
                    RecordNerveCoaptation.class, "Record nerve coaptation")
            .by(Role.SURGEON)
            .in(Phases.STAGE_TWO)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.ofStage(Stage.TWO),
                    CaseRules.CASE_IS_LIVE,
                    StageTwoRules.MUSCLE_WAS_HARVESTED)
            .checks(MuscleSideRules.MUSCLE_IS_PLACED_ON_PARALYSED_SIDE, StageTwoRules.GRAFT_IS_THERE)
            .records(
                    ObturatorToGraftCoapted.class,
                    nerve -> nerve.with(
                            "motorNerve",
                            "massetericAdded",
                            fact -> fact.massetericAdded() ? MotorNerve.BOTH : MotorNerve.CROSS_FACIAL_GRAFT))
            .records(ObturatorToMassetericCoapted.class, nerve -> nerve.always("motorNerve", MotorNerve.MASSETERIC));
}
