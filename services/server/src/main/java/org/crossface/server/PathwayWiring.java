package org.crossface.server;

import java.time.Clock;
import java.util.List;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.coordination.record.PathwayOwners;
import org.crossface.identity.gate.CommandReach;
import org.crossface.identity.gate.WriteGate;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.PersonCommandHandler;
import org.crossface.pathway.authority.AuthorityInterceptor;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.PatientReach;
import org.crossface.pathway.intake.trial.IntakeTrial;
import org.crossface.pathway.patient.identity.KnownPersons;
import org.crossface.pathway.patient.registration.Patient;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.approval.EventSourcedPolicies;
import org.crossface.pathway.policy.approval.PolicySet;
import org.crossface.pathway.reference.EventSourcedReferenceData;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.reference.StandingCalendars;
import org.crossface.pathway.reference.registration.AftercareFacility;
import org.crossface.pathway.reference.registration.CalendarSet;
import org.crossface.pathway.reference.registration.Practitioner;
import org.crossface.pathway.reference.registration.Site;
import org.crossface.pathway.reference.registration.StandingData;
import org.crossface.pathway.reference.registration.TheatreDevice;
import org.crossface.pathway.scheduling.booking.FreeSlots;
import org.crossface.platform.api.AccessLog;
import org.crossface.platform.api.Occupations;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.documents.DocumentVault;
import org.crossface.platform.eventstore.AggregateCaches;
import org.crossface.platform.eventstore.KnownStreams;
import org.crossface.platform.eventstore.SubjectStreams;
import org.crossface.platform.loops.Loops;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Connects the clinical domain, which depends on no framework but Axon, with the platform. */
@Configuration(proxyBeanMethods = false)
class PathwayWiring {

    private static final List<Class<?>> AGGREGATES = List.of(
            CarePathway.class,
            Patient.class,
            Site.class,
            Practitioner.class,
            AftercareFacility.class,
            TheatreDevice.class,
            PolicySet.class,
            CalendarSet.class);

    @Bean
    CommandCatalogue commandCatalogue() {
        return CommandCatalogue.read();
    }

    @Bean
    EventSourcedPolicies policies(EventStore events, Clock clock) {
        return new EventSourcedPolicies(events, clock);
    }

    @Bean
    StandingCalendars standingCalendars(EventStore events) {
        return new StandingCalendars(events);
    }

    @Bean
    PolicyWatch policyWatch(EventSourcedPolicies policies, Loops loops) {
        return new PolicyWatch(policies, loops);
    }

    @Bean
    ReferenceData referenceData(EventStore events, DocumentVault documents, JdbcClient jdbc) {
        SubjectStreams streams = new SubjectStreams(jdbc);
        return new EventSourcedReferenceData(
                events, documents::patientOf, patientId -> streams.of(CarePathway.class.getSimpleName(), patientId));
    }

    @Bean
    StandingData standingData(JdbcClient jdbc, ReferenceData reference) {
        return new StandingData(new KnownStreams(jdbc), reference);
    }

    @Bean
    CircumstancesResolver circumstancesResolver(
            Clock clock, Policies policies, ReferenceData reference, Reservations reservations) {
        return new CircumstancesResolver(
                clock,
                policies,
                reference,
                reservations,
                () -> IdentifierFactory.getInstance().generateIdentifier());
    }

    @Bean
    IntakeTrial intakeTrial(CircumstancesResolver circumstances) {
        return new IntakeTrial(circumstances);
    }

    @Bean
    KnownPersons knownPersons(Reservations reservations, EventStore events) {
        return new KnownPersons(reservations, events);
    }

    @Bean
    KeysOfEarlierPersons keysOfEarlierPersons(
            JdbcClient jdbc,
            KnownPersons persons,
            ReferenceData reference,
            Reservations reservations,
            PlatformTransactionManager transactions) {
        return new KeysOfEarlierPersons(jdbc, persons, reference, reservations, transactions);
    }

    @Bean
    ConfigurerModule pathwayAggregates(AggregateCaches caches) {
        return configurer -> AGGREGATES.forEach(type -> configurer.configureAggregate(
                AggregateConfigurer.defaultConfiguration(type).configureCache(configuration -> caches.of(type))));
    }

    /** The commands of the person change several streams, so that no aggregate alone can take them. */
    @Bean
    ConfigurerModule personCommands() {
        return configurer -> configurer.registerCommandHandler(configuration -> new PersonCommandHandler(
                configuration.repository(Patient.class), configuration.repository(CarePathway.class)));
    }

    @Bean
    @Primary
    NearMissAlarm nearMissAlarm(@Qualifier("commandDispatch") CommandDispatch dispatch, Clock clock) {
        return new NearMissAlarm(dispatch, clock);
    }

    @Bean
    FreeSlots freeSlots(ReferenceData reference, Occupations occupations) {
        return new FreeSlots(reference, occupations);
    }

    @Bean
    PathwayOwners pathwayOwners(JdbcClient jdbc) {
        return new PathwayOwners(jdbc);
    }

    @Bean
    PatientReach patientReach(PathwayOwners pathways, ReferenceData reference) {
        return new PatientReach(pathways, reference);
    }

    /** Axon registers every interceptor bean on the command bus, in bean order: KeepingRefusals outside this one, WriteGate inside it. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 1)
    AuthorityInterceptor authorityInterceptor(CommandCatalogue catalogue) {
        return new AuthorityInterceptor(catalogue);
    }

    @Bean
    @Order
    WriteGate writeGate(PatientReach reach, AccessLog accessLog, Clock clock) {
        return new WriteGate(command -> reach.of(command).map(PathwayWiring::reached), accessLog, clock);
    }

    private static CommandReach.Reached reached(PatientReach.Reach reach) {
        return new CommandReach.Reached(
                reach.ofPathway() ? "clinical/pathway" : "clinical/patient", reach.patientIds(), reach.sites());
    }
}
