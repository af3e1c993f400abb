package org.crossface.pathway.health.history;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.health.MedicationListed;
import org.crossface.pathway.health.Medicine;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Lists all drugs that the patient takes; the list takes the place of the one before. */
public record ListMedication(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Takes no medication") boolean noneTaken,
        @FormField(label = "Medication", max = 60) List<Medicine> medicines)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ListMedication> USE_CASE = UseCase.of(ListMedication.class, "List medication")
            .by(
                    Role.SURGEON,
                    Role.ANESTHESIOLOGIST,
                    Role.PREOP_NURSE,
                    Role.OR_NURSE,
                    Role.PACU_NURSE,
                    Role.AFTERCARE_NURSE)
            .in(Phases.OPEN)
            .answers("LISTS")
            .checks(ListRules.MEDICATION_OR_NONE)
            .records(MedicationListed.class);
}
