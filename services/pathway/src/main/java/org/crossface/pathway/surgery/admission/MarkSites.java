package org.crossface.pathway.surgery.admission;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.surgery.events.SiteMarked;
import org.crossface.pathway.surgery.vocabulary.SiteMark;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Marks the sites of the operation on the patient. */
public record MarkSites(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Marked sites", min = 1, max = 6) List<SiteMark> sites,

        @FormField(label = "Marked by", min = 1, max = 64, help = "The accountable surgeon")
        String surgeonId,

        @FormField(label = "Patient awake") boolean patientAwake)
        implements BySurgeon {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<MarkSites> USE_CASE = UseCase.of(MarkSites.class, "Mark sites")
            .by(Role.SURGEON)
            .in(Phases.OPERATION)
            .requires(CaseRules.CASE_IS_KNOWN, CaseRules.CASE_IS_LIVE, CaseRules.PATIENT_WAS_ADMITTED)
            .checks(CaseRules.SURGEON_OPERATES, CaseRules.SURGEON_IS_SIGNED_IN)
            .records(SiteMarked.class);
}
