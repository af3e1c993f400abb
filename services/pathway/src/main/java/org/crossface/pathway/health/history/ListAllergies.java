package org.crossface.pathway.health.history;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.health.AllergiesListed;
import org.crossface.pathway.health.Allergy;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Lists all allergies of the patient; the list takes the place of the one before. */
public record ListAllergies(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "No known allergies") boolean noneKnown,
        @FormField(label = "Allergies", max = 40) List<Allergy> allergies)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ListAllergies> USE_CASE = UseCase.of(ListAllergies.class, "List allergies")
            .by(
                    Role.SURGEON,
                    Role.ANESTHESIOLOGIST,
                    Role.PREOP_NURSE,
                    Role.OR_NURSE,
                    Role.PACU_NURSE,
                    Role.AFTERCARE_NURSE)
            .in(Phases.OPEN)
            .answers("LISTS")
            .checks(ListRules.ALLERGIES_OR_NONE)
            .records(AllergiesListed.class);
}
