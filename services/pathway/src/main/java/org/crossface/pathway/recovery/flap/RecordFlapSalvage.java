package org.crossface.pathway.recovery.flap;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.recovery.events.FlapSalvaged;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records that the flap was rescued. */
public record RecordFlapSalvage(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        String caseId,

        @FormField(label = "Treatment", min = 1, max = 1000, multiline = true)
        String treatment)
        implements CaseCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<RecordFlapSalvage> USE_CASE = UseCase.of(
                    RecordFlapSalvage.class, "Record salvage of the flap")
            .by(Role.SURGEON)
            .in(Phases.FLAP_WATCH)
            .requires(CaseRules.CASE_IS_KNOWN, FlapRules.FLAP_HAS_BLOOD, FlapRules.COMPROMISE_IS_OPEN)
            .records(FlapSalvaged.class);
}
