package org.crossface.pathway.rehabilitation.therapy;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.rehabilitation.events.HomeProgrammeAdherenceReported;
import org.crossface.pathway.rehabilitation.events.RehabilitationCompleted;
import org.crossface.pathway.rehabilitation.events.RehabilitationPaused;
import org.crossface.pathway.rehabilitation.events.RehabilitationResumed;
import org.crossface.pathway.rehabilitation.events.RehabilitationStarted;
import org.crossface.pathway.rehabilitation.events.RehabilitationStoppedEarly;
import org.crossface.pathway.rehabilitation.events.TherapyReviewed;
import org.crossface.pathway.rehabilitation.events.TherapySessionAttended;
import org.crossface.pathway.rehabilitation.events.TherapySessionMissed;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.FlapCommand;

/** Runs the therapy programme of 18 months. */
public final class RehabilitationCommandHandler {

    private final PathwayRecord pathway;

    public RehabilitationCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(StartRehabilitation command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(StartRehabilitation.USE_CASE, command, given);
        judged.record(new RehabilitationStarted(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                Objects.requireNonNull(pathway.state()
                        .flaps()
                        .meant(command.flapId())
                        .orElseThrow()
                        .operatedOn()),
                given.actorId(),
                flapOf(command)));
    }

    @CommandHandler
    void handle(PauseRehabilitation command, Circumstances given) {
        pathway.judge(PauseRehabilitation.USE_CASE, command, given)
                .record(new RehabilitationPaused(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.reason(),
                        flapOf(command)));
    }

    @CommandHandler
    void handle(ResumeRehabilitation command, Circumstances given) {
        pathway.judge(ResumeRehabilitation.USE_CASE, command, given)
                .record(new RehabilitationResumed(
                        command.pathwayId(), given.ids().next(), command.occurredAt(), flapOf(command)));
    }

    @CommandHandler
    void handle(RecordTherapySession command, Circumstances given) {
        pathway.judge(RecordTherapySession.USE_CASE, command, given)
                .record(new TherapySessionAttended(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.minutes(),
                        command.modalities(),
                        command.tele(),
                        command.nextDueOn(),
                        given.actorId(),
                        command.note(),
                        flapOf(command)));
    }

    @CommandHandler
    void handle(MissTherapySession command, Circumstances given) {
        pathway.judge(MissTherapySession.USE_CASE, command, given)
                .record(new TherapySessionMissed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.reason(),
                        command.nextDueOn(),
                        flapOf(command)));
    }

    @CommandHandler
    void handle(ReportHomeAdherence command, Circumstances given) {
        pathway.judge(ReportHomeAdherence.USE_CASE, command, given)
                .record(new HomeProgrammeAdherenceReported(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.daysPerWeek(),
                        command.minutesPerDay(),
                        flapOf(command)));
    }

    @CommandHandler
    void handle(ReviewTherapy command, Circumstances given) {
        pathway.judge(ReviewTherapy.USE_CASE, command, given)
                .record(new TherapyReviewed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.course(),
                        given.actorId(),
                        command.note(),
                        flapOf(command)));
    }

    @CommandHandler
    void handle(CompleteRehabilitation command, Circumstances given) {
        pathway.judge(CompleteRehabilitation.USE_CASE, command, given)
                .record(new RehabilitationCompleted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.note(),
                        flapOf(command)));
    }

    @CommandHandler
    void handle(StopRehabilitationEarly command, Circumstances given) {
        pathway.judge(StopRehabilitationEarly.USE_CASE, command, given)
                .record(new RehabilitationStoppedEarly(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.reason(),
                        command.explanation(),
                        flapOf(command)));
    }

    private String flapOf(FlapCommand command) {
        return pathway.state().flaps().meant(command.flapId()).orElseThrow().flapId();
    }
}
