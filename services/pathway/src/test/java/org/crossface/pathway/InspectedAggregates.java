package org.crossface.pathway;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.crossface.pathway.patient.registration.Patient;
import org.crossface.pathway.usecase.Circumstances;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates as Axon finds them by their annotations, once for all tests of a JVM. A fixture and a repository look for themselves, each
 * anew, which takes more than what most tests do. What a command handler is given differs from test to test; the command bus of each tells
 * it for the time of a command.
 */
public final class InspectedAggregates {

    private static final ThreadLocal<CircumstancesResolver> GIVEN = new ThreadLocal<>();
    private static final ParameterResolverFactory RESOLVERS = MultiParameterResolverFactory.ordered(
            ClasspathParameterResolverFactory.forClass(CarePathway.class), new OfTheCommand());
    private static final AggregateModel<CarePathway> PATHWAY =
            AnnotatedAggregateMetaModelFactory.inspectAggregate(CarePathway.class, RESOLVERS);
    private static final AggregateModel<Patient> PERSON =
            AnnotatedAggregateMetaModelFactory.inspectAggregate(Patient.class, RESOLVERS);

    private InspectedAggregates() {}

    /** A repository of the pathways in this store. */
    public static EventSourcingRepository.Builder<CarePathway> pathways(EventStore store) {
        return EventSourcingRepository.builder(CarePathway.class)
                .aggregateModel(PATHWAY)
                .eventStore(store);
    }

    /** A repository of the persons in this store. */
    public static EventSourcingRepository.Builder<Patient> persons(EventStore store) {
        return EventSourcingRepository.builder(Patient.class)
                .aggregateModel(PERSON)
                .eventStore(store);
    }

    /** Has the pathways and persons of these repositories handle the commands of this bus, under these circumstances. */
    public static void subscribe(
            CommandBus bus,
            Repository<CarePathway> pathways,
            Repository<Patient> persons,
            CircumstancesResolver given) {
        bus.registerHandlerInterceptor((work, chain) -> {
            CircumstancesResolver before = GIVEN.get();
            GIVEN.set(given);
            try {
                return chain.proceed();
            } finally {
                GIVEN.set(before);
            }
        });
        AggregateAnnotationCommandHandler.<CarePathway>builder()
                .aggregateType(CarePathway.class)
                .aggregateModel(PATHWAY)
                .repository(pathways)
                .build()
                .subscribe(bus);
        new AnnotationCommandHandlerAdapter<>(new PersonCommandHandler(persons, pathways), RESOLVERS).subscribe(bus);
    }

    /** Has the persons of this repository handle the commands about one person, under the circumstances that the bus tells. */
    public static void subscribe(CommandBus bus, Repository<Patient> persons) {
        AggregateAnnotationCommandHandler.<Patient>builder()
                .aggregateType(Patient.class)
                .aggregateModel(PERSON)
                .repository(persons)
                .build()
                .subscribe(bus);
    }

    /** Asks the circumstances of the command that this thread handles. */
    private static final class OfTheCommand implements ParameterResolverFactory, ParameterResolver<Circumstances> {

        @Override
        public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
            return parameters[index].getType() == Circumstances.class ? this : null;
        }

        @Override
        public Circumstances resolveParameterValue(Message<?> message) {
            return GIVEN.get().resolveParameterValue(message);
        }

        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
