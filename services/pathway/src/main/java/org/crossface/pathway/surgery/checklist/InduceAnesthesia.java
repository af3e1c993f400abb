package org.crossface.pathway.surgery.checklist;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.surgery.vocabulary.AnesthesiaTechnique;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records the induction of anesthesia. */
public record InduceAnesthesia(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Technique") AnesthesiaTechnique technique)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<InduceAnesthesia> USE_CASE = UseCase.of(InduceAnesthesia.class, "Induce anesthesia")
            .by(Role.ANESTHESIOLOGIST)
            .in(Phases.OPERATION)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.CASE_IS_LIVE,
                    CaseRules.PATIENT_WAS_ADMITTED,
                    CaseRules.once(AnesthesiaInduced.class),
                    SafetyRules.SIGN_IN_COMES_BEFORE_INDUCTION,
                    SafetyRules.PATIENT_HAS_FASTED,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .records(AnesthesiaInduced.class);
}
