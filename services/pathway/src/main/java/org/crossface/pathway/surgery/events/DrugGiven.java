package org.crossface.pathway.surgery.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.Antibiotic;
import org.crossface.pathway.surgery.vocabulary.DrugPurpose;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A drug was given on the day of surgery; the first antibiotic is part of the time-out.
 *
 * @param antibiotic of the purpose ANTIBIOTIC
 * @param drug of any other purpose
 * @param dose with its unit
 * @param until last day on which it is continued; {@code null} for a single dose
 */
@EventName("surgery.drug-given")
public record DrugGiven(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        DrugPurpose purpose,
        @Nullable Antibiotic antibiotic,
        @Personal @Nullable String drug,
        @Personal String dose,
        @Nullable LocalDate until)
        implements SurgeryFact, ConcernsCase {}
