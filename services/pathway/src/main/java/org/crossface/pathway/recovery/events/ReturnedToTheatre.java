package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The patient was taken back to theatre; this opens a case of its own that is linked to the index case. */
@EventName("recovery.returned-to-theatre")
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
        @Personal @Nullable String findings)
        implements RecoveryFact, ConcernsCase, Encounter {}
