package org.crossface.pathway.surgery.checklist;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.IncisionMade;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records the first incision. */
public record MakeIncision(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(
                label = "Antibiotic deviation",
                multiline = true,
                max = 500,
                help = "Needed when the antibiotic was not given within {antibioticMinutes} min before the incision")
        @Nullable
        String antibioticDeviation)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<MakeIncision> USE_CASE = UseCase.of(MakeIncision.class, "Record incision")
            .by(Role.OR_NURSE, Role.SURGEON)
            .in(Phases.OPERATION)
            .requires(
                    CaseRules.CASE_IS_KNOWN,
                    CaseRules.CASE_IS_LIVE,
                    CaseRules.once(IncisionMade.class),
                    SafetyRules.CHECKLIST_COMES_BEFORE_INCISION,
                    SafetyRules.CONSENT_WAS_NOT_REVOKED,
                    GeneralRules.NOTHING_IS_CONTRADICTED)
            .checks(SafetyRules.ANTIBIOTIC_IS_IN_TIME)
            .records(IncisionMade.class);
}
