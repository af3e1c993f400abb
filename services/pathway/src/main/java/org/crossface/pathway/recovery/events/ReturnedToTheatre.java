package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The patient was taken back to theatre; this opens a case of its own that is linked to the index case (INV-55).
 *
 * @param caseId the case that it opens
 * @param indexCaseId the operation that it follows
 * @param room {@code null} when nobody named one: that of the index case
 * @param surgeonIds the accountable surgeon first; {@code null} when nobody named one: those of the index case
 * @param estimatedMinutes from the return to the closure, min; {@code null} when nobody estimated it
 */
@EventName(value = "recovery.returned-to-theatre", revision = 2, upcasters = ReturnWithTeam.class)
public record ReturnedToTheatre(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String indexCaseId,
        Stage stage,
        boolean planned,
        @Personal @Nullable String reason,
        boolean generalAnesthesia,
        @Personal @Nullable String findings,
        @Harmless @Nullable String room,
        @Harmless @Nullable List<String> surgeonIds,
        @Nullable Integer estimatedMinutes)
        implements RecoveryFact, ConcernsCase, Encounter {}
