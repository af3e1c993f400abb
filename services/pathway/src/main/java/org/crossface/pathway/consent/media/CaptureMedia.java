package org.crossface.pathway.consent.media;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.crossface.pathway.consent.MediaCaptured;
import org.crossface.pathway.consent.MediaKind;
import org.crossface.pathway.consent.MediaPose;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.Phases;
import org.crossface.platform.api.FormField;
import org.crossface.platform.api.Role;

/** Records that photographs or a video of the face were taken. */
public record CaptureMedia(
        @TargetAggregateIdentifier String pathwayId,
        OffsetDateTime occurredAt,
        @FormField(label = "Kind") MediaKind kind,
        @FormField(label = "Poses", min = 1, max = 7) List<MediaPose> poses,

        @FormField(label = "File", min = 1, max = 200, help = "Reference of the file in the archive of pictures")
        String fileRef)
        implements PathwayCommand {

    /** Who gives it, when, and what judges it. */
    public static final UseCase<CaptureMedia> USE_CASE = UseCase.of(CaptureMedia.class, "Capture photographs or video")
            .by(Role.SURGEON, Role.THERAPIST)
            .in(Phases.OPEN)
            .requires(MediaRules.PATIENT_AGREED_TO_PHOTOGRAPHS)
            .records(MediaCaptured.class);
}
