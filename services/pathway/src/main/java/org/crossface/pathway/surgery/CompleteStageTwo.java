package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.CaseCommand;
import org.crossface.platform.api.FormField;
import org.jspecify.annotations.Nullable;

/** Completes the operation record of stage two. */
public record CompleteStageTwo(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Blood loss", unit = "mL", min = 0, max = 2000, step = 1)
        int bloodLossMl,

        @FormField(label = "Operation note", min = 1, max = 200, help = "Reference of the document")
        String operationNoteRef,

        @FormField(label = "Doppler site marked or probe placed")
        boolean dopplerSiteMarked,

        @FormField(label = "Drain placed") boolean drain,

        @FormField(label = "Comment on ischemia", multiline = true, max = 1000) @Nullable
        String ischemiaComment,

        @FormField(
                label = "Deviation",
                multiline = true,
                max = 1000,
                help = "If the flap has no venous outflow: what is done instead")
        @Nullable
        String deviation,

        @FormField(label = "Second surgeon", max = 64, help = "Who agrees to complete with a deviation") @Nullable
        String secondSurgeonId)
        implements CaseCommand {}
