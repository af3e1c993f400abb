package org.crossface.pathway.oversight.countersignature;

import java.util.Arrays;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.consent.ConsentSuperseded;
import org.crossface.pathway.consent.ConsentType;
import org.crossface.pathway.evaluation.LateralityCorrected;
import org.crossface.pathway.oversight.SecondPersonConfirmed;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.NeedsSecondPerson;
import org.crossface.pathway.vocabulary.Stage;

/** Takes the confirmation by a second person. */
public final class CountersignatureCommandHandler {

    private final PathwayRecord pathway;

    public CountersignatureCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(ConfirmAsSecond command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(ConfirmAsSecond.USE_CASE, command, given);
        Optional<NeedsSecondPerson> fact = pathway.state().waiting(command.confirmedFactId());
        judged.record(new SecondPersonConfirmed(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.confirmedFactId(),
                given.actorId()));
        if (fact.filter(LateralityCorrected.class::isInstance).isPresent()) {
            supersedeConsents(judged, command, given);
        }
    }

    /** Another side is another operation: what the patient agreed to for the old one no longer fits (P3). */
    private void supersedeConsents(PathwayRecord.Judged judged, ConfirmAsSecond command, Circumstances given) {
        Optional<FaceSide> side = pathway.state().evaluation().paralysedSide();
        Arrays.stream(Stage.values())
                .flatMap(stage -> pathway.state().consents().standing(ConsentType.SURGICAL, stage).stream())
                .filter(consent -> !Optional.ofNullable(consent.faceSide()).equals(side))
                .toList()
                .forEach(consent -> judged.record(new ConsentSuperseded(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        consent.consentId(),
                        consent.type(),
                        consent.stage(),
                        pathway.state().plan().version())));
    }
}
