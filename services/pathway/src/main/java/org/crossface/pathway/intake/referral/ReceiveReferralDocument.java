package org.crossface.pathway.intake.referral;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.intake.ReferralDocumentReceived;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Ties the kept document that brought a referral to its pathway. */
public record ReceiveReferralDocument(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Document", min = 1, max = 100) String documentId,

        @FormField(label = "SHA-256", min = 64, max = 64, help = "64 lower-case hexadecimal digits")
        String sha256,

        @FormField(label = "Media type", min = 3, max = 100) String mediaType,

        @FormField(label = "Size", unit = "bytes", min = 1, max = 2_000_000_000, step = 1)
        int sizeBytes)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<ReceiveReferralDocument> USE_CASE = UseCase.of(
                    ReceiveReferralDocument.class, "Receive referral document")
            .by(Role.SURGICAL_COORDINATOR)
            .checks(IntakeRules.DOCUMENT_IS_THE_PATIENTS)
            .records(ReferralDocumentReceived.class);
}
