package org.crossface.pathway.aftercare.redflag;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.EmergencyVisitReported;
import org.crossface.pathway.aftercare.vocabulary.Relatedness;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that the patient went to an emergency department. */
public record ReportEmergencyVisit(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Where", min = 2, max = 200) String place,
        @FormField(label = "Related to the surgery") Relatedness related,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReportEmergencyVisit> USE_CASE = UseCase.of(
                    ReportEmergencyVisit.class, "Report emergency visit")
            .by(Role.AFTERCARE_NURSE, Role.SURGICAL_COORDINATOR, Role.SURGEON, Role.THERAPIST)
            .in(Phases.AFTER_CARE)
            .records(EmergencyVisitReported.class);
}
