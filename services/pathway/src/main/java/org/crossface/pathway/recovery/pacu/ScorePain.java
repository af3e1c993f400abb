package org.crossface.pathway.recovery.pacu;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.PainScored;
import org.crossface.pathway.recovery.vocabulary.PainSite;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Takes the pain score. */
public record ScorePain(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Pain", unit = "NRS", min = 0, max = 10, step = 1)
        int nrs,

        @FormField(label = "Where") PainSite site)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ScorePain> USE_CASE = UseCase.of(ScorePain.class, "Score pain")
            .by(Role.PACU_NURSE, Role.AFTERCARE_NURSE)
            .in(Phases.AFTER_CARE)
            .requires(CaseRules.CASE_IS_KNOWN, CaseRules.PATIENT_WAS_ADMITTED)
            .records(PainScored.class);
}
