package org.crossface.pathway.oversight.lateness;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.consent.signature.ConsentCommandHandler;
import org.crossface.pathway.consent.signature.ExpireConsent;
import org.crossface.pathway.followup.Consequence;
import org.crossface.pathway.followup.LateTask;
import org.crossface.pathway.followup.Passing;
import org.crossface.pathway.intake.referral.ExpireReferral;
import org.crossface.pathway.intake.referral.IntakeCommandHandler;
import org.crossface.pathway.neurotization.growth.LapseNeurotizationWindow;
import org.crossface.pathway.neurotization.growth.NeurotizationCommandHandler;
import org.crossface.pathway.oversight.TaskEscalated;
import org.crossface.pathway.oversight.TaskOverdue;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.scheduling.booking.CancelSurgery;
import org.crossface.pathway.scheduling.booking.SchedulingCommandHandler;
import org.crossface.pathway.scheduling.readiness.ExpireClearance;
import org.crossface.pathway.scheduling.readiness.ReadinessCommandHandler;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PathwayEvent;

/** Takes the command that a passed deadline sends. */
public final class LatenessCommandHandler {

    private final PathwayRecord pathway;
    private final IntakeCommandHandler intake;
    private final ConsentCommandHandler consent;
    private final ReadinessCommandHandler readiness;
    private final NeurotizationCommandHandler neurotization;
    private final SchedulingCommandHandler scheduling;

    /** The other handlers record what follows when nobody did anything: each judges it as if it had been sent at that instant. */
    public LatenessCommandHandler(
            PathwayRecord pathway,
            IntakeCommandHandler intake,
            ConsentCommandHandler consent,
            ReadinessCommandHandler readiness,
            NeurotizationCommandHandler neurotization,
            SchedulingCommandHandler scheduling) {
        this.pathway = pathway;
        this.intake = intake;
        this.consent = consent;
        this.readiness = readiness;
        this.neurotization = neurotization;
        this.scheduling = scheduling;
    }

    /**
     * In order of time: what the first one changes decides what comes next.
     *
     * @return when something becomes late or ends by itself next, unless an event comes before; the sender need not read the pathway for it
     */
    @CommandHandler
    Optional<Instant> handle(RecordLateness command, Circumstances given) {
        var judged = pathway.judge(RecordLateness.USE_CASE, command, given);
        Instant until = command.occurredAt().toInstant();
        Optional<Passing> next = Passing.next(pathway.state(), given.policy());
        while (next.filter(passing -> !passing.at().isAfter(until)).isPresent()) {
            switch (next.get()) {
                case LateTask late -> judged.record(fact(late, command, given));
                case Consequence consequence -> follow(consequence, given.of(given.actorId(), consequence.at(), null));
            }
            next = Passing.next(pathway.state(), given.policy());
        }
        return next.map(Passing::at);
    }

    private void follow(Consequence consequence, Circumstances then) {
        switch (consequence.command()) {
            case ExpireReferral e -> intake.expire(e, then);
            case ExpireConsent e -> consent.expire(e, then);
            case ExpireClearance e -> readiness.expire(e, then);
            case LapseNeurotizationWindow e -> neurotization.lapse(e, then);
            case CancelSurgery e -> scheduling.cancel(e, then);
            default -> throw new IllegalStateException("Nobody records " + consequence);
        }
    }

    private PathwayEvent fact(LateTask late, RecordLateness command, Circumstances given) {
        PathwayState state = pathway.state();
        ZoneId zone = state.intake().zoneId();
        OffsetDateTime since = late.at().atZone(zone).toOffsetDateTime();
        OffsetDateTime found = command.occurredAt().toInstant().atZone(zone).toOffsetDateTime();
        String factId = given.ids().next();
        return late.told()
                .<PathwayEvent>map(told -> new TaskEscalated(
                        command.pathwayId(),
                        factId,
                        found,
                        late.task().code(),
                        late.task().key(),
                        late.step(),
                        told.role(),
                        told.who(),
                        since))
                .orElseGet(() -> new TaskOverdue(
                        command.pathwayId(),
                        factId,
                        found,
                        late.task().code(),
                        late.task().key(),
                        since));
    }
}
