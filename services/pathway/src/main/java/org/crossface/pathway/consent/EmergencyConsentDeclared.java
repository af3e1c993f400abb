package org.crossface.pathway.consent;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.NeedsSecondPerson;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A physician declared that an operation cannot wait for a consent; it counts when a second physician has confirmed it.
 *
 * @param declaredBy the first physician
 * @param validUntil last moment at which an operation may begin under it
 */
@EventName("consent.emergency-consent-declared")
public record EmergencyConsentDeclared(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        Stage stage,
        @Personal String reason,
        @Harmless("identifier of a practitioner") String declaredBy,
        OffsetDateTime validUntil)
        implements ConsentFact, ConcernsCase, NeedsSecondPerson {

    @Override
    public boolean needsSecondPerson() {
        return true;
    }

    @Override
    public @Nullable String secondPerson() {
        return null;
    }

    @Override
    public String firstPerson() {
        return declaredBy;
    }
}
