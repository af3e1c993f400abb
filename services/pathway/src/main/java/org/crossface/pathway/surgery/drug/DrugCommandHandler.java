package org.crossface.pathway.surgery.drug;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.surgery.events.DrugGiven;
import org.crossface.pathway.usecase.Circumstances;

/** Takes the drugs that are given on the day of surgery. */
public final class DrugCommandHandler {

    private final PathwayRecord pathway;

    public DrugCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(GiveDrug command, Circumstances given) {
        pathway.judge(GiveDrug.USE_CASE, command, given)
                .record(new DrugGiven(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.caseId(),
                        command.purpose(),
                        command.antibiotic(),
                        command.drug(),
                        command.dose(),
                        command.until()));
    }
}
