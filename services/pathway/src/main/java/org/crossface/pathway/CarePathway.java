package org.crossface.pathway;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.crossface.pathway.intake.IntakeDesk;
import org.crossface.pathway.intake.RegisterReferral;
import org.jspecify.annotations.Nullable;

/**
 * One patient's way from the referral to two years after the muscle transfer, in one stream, because the rules of its phases depend on
 * one another. The desks take the commands of their phase; the state is the fold of the recorded facts.
 */
@AggregateRoot
public final class CarePathway {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String pathwayId;

    private final PathwayRecord pathway = new PathwayRecord();

    @AggregateMember
    private final IntakeDesk intake = new IntakeDesk(pathway);

    /** For Axon, which then sources the recorded facts into it. */
    public CarePathway() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RegisterReferral command, Circumstances given) {
        intake.register(command, given);
    }

    @EventSourcingHandler
    void on(PathwayEvent event) {
        pathwayId = event.pathwayId();
        pathway.evolve(event);
    }

    /** The state that the effective facts make; for tests and for reading without a view. */
    public PathwayState state() {
        return pathway.state();
    }
}
