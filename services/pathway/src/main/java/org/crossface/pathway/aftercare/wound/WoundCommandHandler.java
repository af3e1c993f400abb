package org.crossface.pathway.aftercare.wound;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.aftercare.contact.AftercareRules;
import org.crossface.pathway.aftercare.events.DonorFaceAssessed;
import org.crossface.pathway.aftercare.events.DonorSensationAssessed;
import org.crossface.pathway.aftercare.events.InfectionDiagnosed;
import org.crossface.pathway.aftercare.events.SurveillanceClosed;
import org.crossface.pathway.aftercare.events.SurveillanceReopened;
import org.crossface.pathway.aftercare.events.WoundAssessed;
import org.crossface.pathway.aftercare.events.WoundMaterialRemoved;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;

/** Takes the checks of wounds, infections and the end of their surveillance. */
public final class WoundCommandHandler {

    private final PathwayRecord pathway;

    public WoundCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(AssessWound command, Circumstances given) {
        pathway.judge(AssessWound.USE_CASE, command, given)
                .record(new WoundAssessed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.site(),
                        command.appearance(),
                        command.sutures(),
                        command.photoReference(),
                        command.note()));
    }

    @CommandHandler
    void handle(AssessDonorSensation command, Circumstances given) {
        pathway.judge(AssessDonorSensation.USE_CASE, command, given)
                .record(new DonorSensationAssessed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.numbAreaCm2(),
                        command.coldSensitive(),
                        command.pain(),
                        command.functionalLimit(),
                        command.note()));
    }

    @CommandHandler
    void handle(AssessDonorFace command, Circumstances given) {
        pathway.judge(AssessDonorFace.USE_CASE, command, given)
                .record(new DonorFaceAssessed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.weakness(),
                        command.note()));
    }

    @CommandHandler
    void handle(RemoveWoundMaterial command, Circumstances given) {
        pathway.judge(RemoveWoundMaterial.USE_CASE, command, given)
                .record(new WoundMaterialRemoved(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.sites(),
                        command.materials(),
                        command.note()));
    }

    @CommandHandler
    void handle(CloseSurveillance command, Circumstances given) {
        pathway.judge(CloseSurveillance.USE_CASE, command, given)
                .record(new SurveillanceClosed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.kind(),
                        command.outcome(),
                        windowEnd(command, given)));
    }

    private LocalDate windowEnd(CloseSurveillance command, Circumstances given) {
        return command.kind()
                .lastDay(AftercareRules.dayOf(pathway.state(), command.stage()).orElseThrow(), given.policy());
    }

    @CommandHandler
    void handle(DiagnoseInfection command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(DiagnoseInfection.USE_CASE, command, given);
        String infectionId = given.ids().next();
        judged.record(new InfectionDiagnosed(
                command.pathwayId(),
                infectionId,
                command.occurredAt(),
                command.stage(),
                command.infectionClass(),
                command.site(),
                command.onsetOn(),
                command.criteria(),
                command.culture()));
        SurveillanceKind kind = SurveillanceKind.of(command.infectionClass(), command.stage(), given.policy());
        boolean closed = AftercareRules.dayOf(pathway.state(), command.stage())
                .filter(day -> pathway.state().afterCare().isClosed(command.stage(), kind, day))
                .isPresent();
        if (closed) {
            judged.record(new SurveillanceReopened(
                    command.pathwayId(), given.ids().next(), command.occurredAt(), command.stage(), kind, infectionId));
        }
    }
}
