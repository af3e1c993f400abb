package org.crossface.pathway.intake.lodging;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.intake.LodgingRecorded;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;

/** Takes what is told about the patient's lodging. */
public final class LodgingCommandHandler {

    private final PathwayRecord pathway;

    public LodgingCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(RecordLodging command, Circumstances given) {
        pathway.judge(RecordLodging.USE_CASE, command, given)
                .record(new LodgingRecorded(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.from(),
                        command.until(),
                        command.zone(),
                        command.place(),
                        command.phone()));
    }
}
