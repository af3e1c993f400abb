package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** The sign-in was completed. */
@EventName("surgery.safety-sign-in-completed")
public record SafetySignInCompleted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        int identifiersChecked,
        boolean procedureConfirmed,
        boolean consentConfirmed,
        boolean machineAndDrugsChecked,
        boolean pulseOximeterOn,
        boolean allergiesKnown,
        boolean difficultAirway,
        boolean bloodLossRisk,
        List<Role> participants,
        @Personal @Nullable String exceptions)
        implements SurgeryFact, ConcernsCase, Encounter {}
