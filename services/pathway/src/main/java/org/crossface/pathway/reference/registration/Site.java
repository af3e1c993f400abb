package org.crossface.pathway.reference.registration;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.crossface.pathway.reference.SiteChanged;
import org.crossface.pathway.reference.SiteRegistered;
import org.crossface.pathway.requirement.Requirement;
import org.jspecify.annotations.Nullable;

/** A surgery centre with its rooms, time zone and the operations it may host. */
@AggregateRoot
public final class Site {

    @AggregateIdentifier
    private @Nullable String siteId;

    /** For Axon, which then sources the recorded facts into it. */
    public Site() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterSite command) {
        Registration.requireNew(siteId == null, "siteId");
        Requirement.fieldsInRange(command);
        Registration.requireKnownZone(command.zone());
        AggregateLifecycle.apply(new SiteRegistered(
                command.siteId(),
                command.occurredAt(),
                command.name(),
                command.organisationId(),
                command.kind(),
                command.zone(),
                command.rooms(),
                command.privileges()));
    }

    @CommandHandler
    void handle(ChangeSite command) {
        Requirement.fieldsInRange(command);
        Registration.requireKnownZone(command.zone());
        AggregateLifecycle.apply(new SiteChanged(
                command.siteId(),
                command.occurredAt(),
                command.name(),
                command.organisationId(),
                command.kind(),
                command.zone(),
                command.rooms(),
                command.privileges()));
    }

    @EventSourcingHandler
    void on(SiteRegistered event) {
        siteId = event.siteId();
    }
}
