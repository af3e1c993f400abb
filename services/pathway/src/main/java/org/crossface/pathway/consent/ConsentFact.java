package org.crossface.pathway.consent;

import org.crossface.pathway.vocabulary.PathwayEvent;

/** A fact about consents. */
public sealed interface ConsentFact extends PathwayEvent
        permits ConsentObtained,
                ConsentVerified,
                ConsentRevoked,
                ConsentExpired,
                ConsentSuperseded,
                EmergencyConsentDeclared,
                MediaCaptured,
                MediaUsed {}
