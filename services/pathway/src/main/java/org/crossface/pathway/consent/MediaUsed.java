package org.crossface.pathway.consent;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/**
 * Photographs or a video were used; a consent that is taken back stops uses to come, not this one.
 *
 * @param mediaId the fact that they were taken
 * @param consentId the consent that covered it
 * @param recipient who gets to see them
 */
@EventName("consent.media-used")
public record MediaUsed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String mediaId,
        MediaPurpose purpose,
        @Harmless String consentId,
        @Personal String recipient)
        implements ConsentFact {}
