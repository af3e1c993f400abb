package org.crossface.pathway.consent;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * Photographs or a video of the face were taken; the fact id identifies them.
 *
 * @param consentId the consent under which they were taken
 * @param fileRef reference of the file; the picture itself is never part of an event
 */
@EventName("consent.media-captured")
public record MediaCaptured(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        MediaKind kind,
        List<MediaPose> poses,
        @Harmless String consentId,
        @Harmless("reference of a file") String fileRef,
        @Harmless("identifier of a user") String capturedBy)
        implements ConsentFact, Encounter {}
