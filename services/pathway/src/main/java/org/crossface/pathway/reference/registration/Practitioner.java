package org.crossface.pathway.reference.registration;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.crossface.pathway.reference.PractitionerChanged;
import org.crossface.pathway.reference.PractitionerRegistered;
import org.crossface.pathway.reference.PreferenceCardSet;
import org.crossface.pathway.requirement.Requirement;
import org.crossface.pathway.usecase.Circumstances;
import org.jspecify.annotations.Nullable;

/** A practitioner with the operations that he or she is privileged for, and a preference card for each of them. */
@AggregateRoot
public final class Practitioner {

    @AggregateIdentifier
    private @Nullable String practitionerId;

    /** For Axon, which then sources the recorded facts into it. */
    public Practitioner() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterPractitioner command) {
        Registration.requireNew(practitionerId == null, "practitionerId");
        Requirement.fieldsInRange(command);
        AggregateLifecycle.apply(new PractitionerRegistered(
                command.practitionerId(),
                command.occurredAt(),
                command.name(),
                command.organisationId(),
                command.privileges(),
                command.privilegedUntil()));
    }

    @CommandHandler
    void handle(ChangePractitioner command) {
        Requirement.fieldsInRange(command);
        AggregateLifecycle.apply(new PractitionerChanged(
                command.practitionerId(),
                command.occurredAt(),
                command.name(),
                command.organisationId(),
                command.privileges(),
                command.privilegedUntil()));
    }

    @CommandHandler
    void handle(SetPreferenceCard command, Circumstances given) {
        Requirement.fieldsInRange(command);
        PreferenceCardRules.judge(command, given);
        AggregateLifecycle.apply(new PreferenceCardSet(
                command.practitionerId(),
                command.occurredAt(),
                command.stage(),
                command.devices(),
                command.couplerSizes(),
                command.secondTeam()));
    }

    @EventSourcingHandler
    void on(PractitionerRegistered event) {
        practitionerId = event.practitionerId();
    }
}
