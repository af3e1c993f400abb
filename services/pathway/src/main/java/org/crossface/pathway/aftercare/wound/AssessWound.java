package org.crossface.pathway.aftercare.wound;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.WoundAssessed;
import org.crossface.pathway.aftercare.vocabulary.SutureStatus;
import org.crossface.pathway.aftercare.vocabulary.WoundAppearance;
import org.crossface.pathway.aftercare.vocabulary.WoundSite;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records what a wound looks like. */
public record AssessWound(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Operation") Stage stage,
        @FormField(label = "Wound") WoundSite site,
        @FormField(label = "Appearance") WoundAppearance appearance,
        @FormField(label = "Sutures") SutureStatus sutures,

        @FormField(label = "Photograph", max = 100, help = "Reference of a photograph that the patient consented to")
        @Nullable
        String photoReference,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<AssessWound> USE_CASE = UseCase.of(AssessWound.class, "Assess wound")
            .by(Role.AFTERCARE_NURSE, Role.SURGEON)
            .in(Phases.AFTER_CARE)
            .answers("T-18", "T-32", "T-34")
            .records(WoundAssessed.class);
}
