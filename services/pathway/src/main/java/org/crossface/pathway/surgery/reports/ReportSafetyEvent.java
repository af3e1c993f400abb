package org.crossface.pathway.surgery.reports;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.surgery.events.BurnReported;
import org.crossface.pathway.surgery.events.MedicationErrorReported;
import org.crossface.pathway.surgery.events.PatientFellReported;
import org.crossface.pathway.surgery.vocabulary.SafetyEventKind;
import org.crossface.pathway.surgery.vocabulary.SafetyEventPlace;
import org.crossface.pathway.surgery.vocabulary.SafetyEventSeverity;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Reports a fall, a burn or a medication error. */
public record ReportSafetyEvent(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "What happened") SafetyEventKind kind,
        @FormField(label = "Harm") SafetyEventSeverity severity,
        @FormField(label = "Where") SafetyEventPlace place,

        @FormField(label = "Description", multiline = true, max = 1000) @Nullable
        String description)
        implements CaseCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReportSafetyEvent> USE_CASE = UseCase.of(ReportSafetyEvent.class, "Report safety event")
            .by(
                    Role.SURGEON,
                    Role.ANESTHESIOLOGIST,
                    Role.PREOP_NURSE,
                    Role.OR_NURSE,
                    Role.PACU_NURSE,
                    Role.AFTERCARE_NURSE,
                    Role.THERAPIST)
            .in(Phases.with(Phases.OPEN, Phase.WITHDRAWN, Phase.DECEASED))
            .requires(CaseRules.CASE_IS_KNOWN)
            .records(PatientFellReported.class, kind -> kind.always("kind", SafetyEventKind.FALL))
            .records(BurnReported.class, kind -> kind.always("kind", SafetyEventKind.BURN))
            .records(MedicationErrorReported.class, kind -> kind.always("kind", SafetyEventKind.MEDICATION_ERROR));
}
