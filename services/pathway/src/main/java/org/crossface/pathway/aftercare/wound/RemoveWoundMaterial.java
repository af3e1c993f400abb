package org.crossface.pathway.aftercare.wound;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.aftercare.events.WoundMaterialRemoved;
import org.crossface.pathway.aftercare.vocabulary.WoundMaterial;
import org.crossface.pathway.aftercare.vocabulary.WoundSite;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.pathway.vocabulary.StageCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Records that drain, sutures or dressing were taken out (T-32); all of what is named, at all wounds that are named. */
public record RemoveWoundMaterial(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Operation") Stage stage,
        @FormField(label = "Wounds", min = 1, max = 4) List<WoundSite> sites,
        @FormField(label = "Taken out", min = 1, max = 3) List<WoundMaterial> materials,

        @FormField(label = "Note", max = 2000, multiline = true) @Nullable
        String note)
        implements StageCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RemoveWoundMaterial> USE_CASE = UseCase.of(
                    RemoveWoundMaterial.class, "Remove drain, sutures or dressing")
            .answers("T-32")
            .by(Role.AFTERCARE_NURSE, Role.SURGEON)
            .in(Phases.AFTER_CARE)
            .records(WoundMaterialRemoved.class);
}
