package org.crossface.pathway.aftercare;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.PathwayRecord;

/** Looks after the patient once discharged: calls, wounds, red flags. */
public final class AftercareDesk {

    private final PathwayRecord pathway;

    public AftercareDesk(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(RecordContactAttempt command, Circumstances given) {
        pathway.judge(RecordContactAttempt.USE_CASE, command, given)
                .record(new ContactAttempted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.channel(),
                        command.outcome(),
                        command.note()));
    }

    @CommandHandler
    void handle(CompleteDayOneCall command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(CompleteDayOneCall.USE_CASE, command, given)
                .record(new DayOneCallCompleted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.pain(),
                        command.nausea(),
                        command.temperatureCelsius(),
                        command.flags(),
                        command.disposition(),
                        command.note()));
        RedFlags.of(command, given.policy())
                .forEach(flag -> judged.record(new RedFlagRaised(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), flag, flag.level(), null)));
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
    void handle(RaiseRedFlag command, Circumstances given) {
        pathway.judge(RaiseRedFlag.USE_CASE, command, given)
                .record(new RedFlagRaised(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.flag(),
                        command.flag().level(),
                        command.note()));
    }

    @CommandHandler
    void handle(AcknowledgeRedFlag command, Circumstances given) {
        pathway.judge(AcknowledgeRedFlag.USE_CASE, command, given)
                .record(new RedFlagAcknowledged(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.flagId(),
                        given.actorId()));
    }

    @CommandHandler
    void handle(ResolveRedFlag command, Circumstances given) {
        pathway.judge(ResolveRedFlag.USE_CASE, command, given)
                .record(new RedFlagResolved(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.flagId(),
                        command.resolution()));
    }

    @CommandHandler
    void handle(ReportEmergencyVisit command, Circumstances given) {
        pathway.judge(ReportEmergencyVisit.USE_CASE, command, given)
                .record(new EmergencyVisitReported(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.place(),
                        command.related(),
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
}
