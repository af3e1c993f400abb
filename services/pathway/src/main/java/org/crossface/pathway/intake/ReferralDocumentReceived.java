package org.crossface.pathway.intake;

import java.time.OffsetDateTime;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/**
 * The document that brought the referral was kept, sealed, beside the events.
 *
 * @param documentId identifies it in the document vault
 * @param sha256 of the document as it was received, in lower-case hexadecimal digits
 * @param sizeBytes of the document as it was received, bytes
 */
@EventName("intake.referral-document-received")
public record ReferralDocumentReceived(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String documentId,
        @Harmless("a hash of the whole document") String sha256,
        @Harmless("a media type") String mediaType,
        int sizeBytes)
        implements IntakeFact {}
