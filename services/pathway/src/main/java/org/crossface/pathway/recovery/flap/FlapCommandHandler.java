package org.crossface.pathway.recovery.flap;

import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.recovery.events.FlapCompromiseAcknowledged;
import org.crossface.pathway.recovery.events.FlapCompromiseConfirmed;
import org.crossface.pathway.recovery.events.FlapCompromiseRuledOut;
import org.crossface.pathway.recovery.events.FlapCompromiseSuspected;
import org.crossface.pathway.recovery.events.FlapLost;
import org.crossface.pathway.recovery.events.FlapMonitoringPlanned;
import org.crossface.pathway.recovery.events.FlapSalvaged;
import org.crossface.pathway.recovery.events.ReturnedToTheatre;
import org.crossface.pathway.recovery.vocabulary.CompromiseCause;
import org.crossface.pathway.surgery.admission.CaseRules;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.CaseCommand;

/** Takes the watch over the flap, up to its rescue or its loss. */
public final class FlapCommandHandler {

    private final PathwayRecord pathway;

    public FlapCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(CheckFlap command, Circumstances given) {
        var judged = pathway.judge(CheckFlap.USE_CASE, command, given);
        boolean watched = pathway.state().flaps().watchedIn(watched(command));
        Optional<CompromiseCause> sign = CompromiseCause.of(command.arterial(), command.venous(), command.swelling());
        String checkId = given.ids().next();
        judged.record(new FlapChecked(
                command.pathwayId(),
                checkId,
                command.occurredAt(),
                watched(command),
                flapOf(command),
                command.arterial(),
                command.venous(),
                command.swelling(),
                command.bleeding(),
                command.drainMl(),
                command.temperatureC(),
                command.method(),
                command.place(),
                command.comment(),
                sign.isEmpty()));
        sign.filter(cause -> watched)
                .ifPresent(cause -> judged.record(new FlapCompromiseSuspected(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        watched(command),
                        flapOf(command),
                        cause,
                        checkId)));
    }

    @CommandHandler
    void handle(PlanFlapMonitoring command, Circumstances given) {
        pathway.judge(PlanFlapMonitoring.USE_CASE, command, given)
                .record(new FlapMonitoringPlanned(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        watched(command),
                        flapOf(command),
                        command.destination(),
                        command.facilityId(),
                        command.monitoredBy(),
                        command.method(),
                        command.surgeonReachable(),
                        command.surgeonAttestation(),
                        command.anticoagulation()));
    }

    @CommandHandler
    void handle(AcknowledgeFlapCompromise command, Circumstances given) {
        pathway.judge(AcknowledgeFlapCompromise.USE_CASE, command, given)
                .record(new FlapCompromiseAcknowledged(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        watched(command),
                        flapOf(command),
                        given.actorId()));
    }

    @CommandHandler
    void handle(ConfirmFlapCompromise command, Circumstances given) {
        pathway.judge(ConfirmFlapCompromise.USE_CASE, command, given)
                .record(new FlapCompromiseConfirmed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        watched(command),
                        flapOf(command),
                        command.cause()));
    }

    @CommandHandler
    void handle(RuleOutFlapCompromise command, Circumstances given) {
        pathway.judge(RuleOutFlapCompromise.USE_CASE, command, given)
                .record(new FlapCompromiseRuledOut(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        watched(command),
                        flapOf(command),
                        command.finding()));
    }

    @CommandHandler
    void handle(RecordFlapSalvage command, Circumstances given) {
        pathway.judge(RecordFlapSalvage.USE_CASE, command, given)
                .record(new FlapSalvaged(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        watched(command),
                        flapOf(command),
                        command.treatment()));
    }

    @CommandHandler
    void handle(RecordFlapLoss command, Circumstances given) {
        pathway.judge(RecordFlapLoss.USE_CASE, command, given)
                .record(new FlapLost(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        watched(command),
                        flapOf(command),
                        command.cause(),
                        command.salvageAttempts(),
                        command.findings()));
    }

    @CommandHandler
    void handle(ReturnToTheatre command, Circumstances given) {
        pathway.judge(ReturnToTheatre.USE_CASE, command, given)
                .record(new ReturnedToTheatre(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        given.ids().next(),
                        command.caseId(),
                        CaseRules.caseOf(pathway.state(), command).stage(),
                        command.planned(),
                        command.reason(),
                        command.generalAnesthesia(),
                        command.findings(),
                        command.room(),
                        command.surgeonIds(),
                        command.estimatedMinutes()));
    }

    /** The operation that put the flap in: its watch goes on there, whoever enters it in the case of a return to theatre. */
    private String watched(CaseCommand command) {
        return pathway.state().schedule().operationOf(command.caseId());
    }

    private String flapOf(CaseCommand command) {
        return pathway.state().flaps().ofCase(watched(command)).orElseThrow().flapId();
    }
}
