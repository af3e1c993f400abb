package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.platform.api.FormField;

/** Marks the sites of the operation on the patient. */
public record MarkSites(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,
        @FormField(label = "Marked sites", min = 1, max = 6) List<SiteMark> sites,

        @FormField(label = "Marked by", min = 1, max = 64, help = "The accountable surgeon")
        String surgeonId,

        @FormField(label = "Patient awake") boolean patientAwake)
        implements BySurgeon {}
