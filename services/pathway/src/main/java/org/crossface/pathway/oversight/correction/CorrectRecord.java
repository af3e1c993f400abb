package org.crossface.pathway.oversight.correction;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Corrects components of a recorded fact; the fact as it was stays in the history. */
public record CorrectRecord(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @RefersTo(Referent.FACT) @FormField(label = "Fact") String targetFactId,

        @FormField(label = "Corrected fields", min = 1, max = 20)
        List<CorrectedField> fields,

        @FormField(label = "Reason", max = 2000, multiline = true, help = "At least {reasonCharacters} characters")
        String reason)
        implements PathwayCommand, AllowedAfterDeath {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CorrectRecord> USE_CASE = UseCase.of(CorrectRecord.class, "Correct record")
            .by(
                    Role.SURGICAL_COORDINATOR,
                    Role.SURGEON,
                    Role.ANESTHESIOLOGIST,
                    Role.PREOP_NURSE,
                    Role.OR_NURSE,
                    Role.PACU_NURSE,
                    Role.AFTERCARE_NURSE,
                    Role.THERAPIST,
                    Role.BILLING)
            .in(Phases.ANY)
            .checksWithFact(Amendment.CORRECTION);
}
