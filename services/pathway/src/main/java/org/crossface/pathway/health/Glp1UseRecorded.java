package org.crossface.pathway.health;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The patient was asked about GLP-1 agonists, which slow the emptying of the stomach.
 *
 * @param agent the drug; {@code null} when none is taken
 * @param lastTakenOn day of the last dose; {@code null} when none is taken or it is not known
 */
@EventName("health.glp1-use-recorded")
public record Glp1UseRecorded(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        boolean taken,
        @Personal @Nullable String agent,
        @Nullable LocalDate lastTakenOn)
        implements HealthFact, Encounter {}
