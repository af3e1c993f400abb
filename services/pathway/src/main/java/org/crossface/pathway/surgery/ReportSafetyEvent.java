package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.pathway.Phase;
import org.crossface.pathway.Phases;
import org.crossface.pathway.UseCase;
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
        implements CaseCommand {

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
            .in(Phases.with(Phases.OPEN, Phase.WITHDRAWN))
            .requires(CaseRules.CASE_IS_KNOWN);
}
