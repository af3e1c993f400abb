package org.crossface.pathway.consent.media;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.consent.MediaPurpose;
import org.crossface.pathway.consent.MediaUsed;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.pathway.vocabulary.Referent;
import org.crossface.pathway.vocabulary.RefersTo;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records that photographs or a video are given to somebody for a purpose that the patient agreed to. */
public record UseMedia(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,

        @RefersTo(Referent.MEDIA) @FormField(label = "Photographs or video")
        String mediaId,

        @FormField(label = "Purpose") MediaPurpose purpose,

        @FormField(label = "Recipient", min = 1, max = 200) String recipient)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<UseMedia> USE_CASE = UseCase.of(UseMedia.class, "Use photographs or video")
            .by(Role.SURGEON, Role.THERAPIST)
            .in(Phases.without(Phases.ANY, Phase.REFERRAL_DECLINED, Phase.REFERRAL_EXPIRED, Phase.DECEASED))
            .requires(MediaRules.THERE_ARE_MEDIA)
            .checks(MediaRules.MEDIA_ARE_KNOWN, MediaRules.PATIENT_AGREED_TO_THE_PURPOSE)
            .records(MediaUsed.class);
}
