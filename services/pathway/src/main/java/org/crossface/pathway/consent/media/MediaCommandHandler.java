package org.crossface.pathway.consent.media;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.consent.MediaCaptured;
import org.crossface.pathway.consent.MediaUsed;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;

/** Takes photographs and videos, and what they are used for. */
public final class MediaCommandHandler {

    private final PathwayRecord pathway;

    public MediaCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(CaptureMedia command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(CaptureMedia.USE_CASE, command, given);
        judged.record(new MediaCaptured(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.kind(),
                command.poses(),
                consentId(ConsentType.PHOTO),
                command.fileRef(),
                given.actorId()));
    }

    @CommandHandler
    void handle(UseMedia command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(UseMedia.USE_CASE, command, given);
        judged.record(new MediaUsed(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.mediaId(),
                command.purpose(),
                consentId(command.purpose().consent()),
                command.recipient()));
    }

    private String consentId(ConsentType type) {
        return MediaRules.consent(pathway.state(), type).orElseThrow().consentId();
    }
}
