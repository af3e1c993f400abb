package org.crossface.pathway.reference.registration;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.crossface.pathway.reference.FacilityChanged;
import org.crossface.pathway.reference.FacilityRegistered;
import org.crossface.pathway.requirement.Requirement;
import org.jspecify.annotations.Nullable;

/** An after-care facility with its beds and what it can watch. */
@AggregateRoot
public final class AftercareFacility {

    @AggregateIdentifier
    private @Nullable String facilityId;

    /** For Axon, which then sources the recorded facts into it. */
    public AftercareFacility() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterFacility command) {
        Registration.requireNew(facilityId == null, "facilityId");
        Requirement.fieldsInRange(command);
        Registration.requireKnownZone(command.zone());
        AggregateLifecycle.apply(new FacilityRegistered(
                command.facilityId(),
                command.occurredAt(),
                command.name(),
                command.zone(),
                command.beds(),
                command.flapCapable()));
    }

    @CommandHandler
    void handle(ChangeFacility command) {
        Requirement.fieldsInRange(command);
        Registration.requireKnownZone(command.zone());
        AggregateLifecycle.apply(new FacilityChanged(
                command.facilityId(),
                command.occurredAt(),
                command.name(),
                command.zone(),
                command.beds(),
                command.flapCapable()));
    }

    @EventSourcingHandler
    void on(FacilityRegistered event) {
        facilityId = event.facilityId();
    }
}
