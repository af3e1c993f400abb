package org.crossface.pathway.rehabilitation;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.PathwayRecord;
import org.crossface.pathway.neurotization.NeurotizationRules;

/** Runs the therapy programme of 18 months. */
public final class RehabilitationDesk {

    private final PathwayRecord pathway;

    public RehabilitationDesk(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(StartRehabilitation command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(
                command,
                given,
                NeurotizationRules::pathwayGoesOn,
                RehabilitationRules::muscleWasTransferred,
                RehabilitationRules::therapyHasNotStarted);
        judged.record(new RehabilitationStarted(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                pathway.state().operations().stageTwoDate().orElseThrow(),
                given.actorId()));
    }

    @CommandHandler
    void handle(PauseRehabilitation command, Circumstances given) {
        pathway.judge(command, given, RehabilitationRules::therapyIsActive)
                .record(new RehabilitationPaused(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), command.reason()));
    }

    @CommandHandler
    void handle(ResumeRehabilitation command, Circumstances given) {
        pathway.judge(command, given, RehabilitationRules::therapyPauses)
                .record(new RehabilitationResumed(
                        command.pathwayId(), given.ids().next(), command.occurredAt()));
    }

    @CommandHandler
    void handle(RecordTherapySession command, Circumstances given) {
        pathway.judge(command, given, RehabilitationRules::therapyIsActive)
                .record(new TherapySessionAttended(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.minutes(),
                        command.modalities(),
                        command.tele(),
                        command.nextDueOn(),
                        given.actorId(),
                        command.note()));
    }

    @CommandHandler
    void handle(MissTherapySession command, Circumstances given) {
        pathway.judge(command, given, RehabilitationRules::therapyIsActive)
                .record(new TherapySessionMissed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.reason(),
                        command.nextDueOn()));
    }

    @CommandHandler
    void handle(ReportHomeAdherence command, Circumstances given) {
        pathway.judge(command, given, RehabilitationRules::therapyIsActive)
                .record(new HomeProgrammeAdherenceReported(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.daysPerWeek(),
                        command.minutesPerDay()));
    }

    @CommandHandler
    void handle(CompleteRehabilitation command, Circumstances given) {
        pathway.judge(
                        command,
                        given,
                        RehabilitationRules::therapyIsActive,
                        RehabilitationRules::therapyLastedLongEnough)
                .record(new RehabilitationCompleted(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), command.note()));
    }

    @CommandHandler
    void handle(StopRehabilitationEarly command, Circumstances given) {
        pathway.judge(command, given, RehabilitationRules::therapyIsOpen)
                .record(new RehabilitationStoppedEarly(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.reason(),
                        command.explanation()));
    }
}
