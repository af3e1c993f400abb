package org.crossface.platform.processing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.crossface.platform.api.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * The defaults of every event processor: it tracks the event store in batches, handles the events of one patient in order, and makes dead
 * letters of an event that it cannot handle and of the patient's later ones.
 */
public final class ProcessorDefaults implements ConfigurerModule {

    /**
     * Most events handled in one transaction. Beginning and end of a transaction cost some round trips and a flush to disk, so a cheap
     * handler handles more events a second in larger batches. But a handler that waits for a command's answer for each event must finish
     * the batch before the claim of its segment expires. A {@link BatchSize} changes it for one processor.
     */
    public static final int BATCH_SIZE = 500;

    /** Interval between two attempts to claim a segment; a free claim is found this soon after it has expired. */
    private static final Duration CLAIM_INTERVAL = Duration.ofSeconds(1);

    private final Supplier<ProcessingStore> store;
    private final List<BatchSize> sizes;
    private final Map<String, EventsAlone> alone = new ConcurrentHashMap<>();

    /**
     * @param store called when Axon starts: the store needs the event store, which needs the configuration that this is a part of
     * @param sizes of the processors that differ
     */
    public ProcessorDefaults(Supplier<ProcessingStore> store, List<BatchSize> sizes) {
        this.store = store;
        this.sizes = List.copyOf(sizes);
    }

    @Override
    public void configureModule(Configurer configurer) {
        EventProcessingConfigurer processing = configurer.eventProcessing();
        processing.usingTrackingEventProcessors();
        processing.registerTrackingEventProcessorConfiguration(configuration -> inBatchesOf(BATCH_SIZE));
        processing.registerDefaultSequencingPolicy(configuration -> ProcessorDefaults::sequenceOf);
        sizes.forEach(size -> processing.registerTrackingEventProcessor(
                size.processor(),
                configuration -> new ShortBatches(configuration.eventStore(), alone(size.processor())),
                configuration -> inBatchesOf(size.events())));
        // In this order: the fence must be taken before there is a savepoint.
        processing.registerDefaultHandlerInterceptor(
                (configuration, name) -> store.get().batchBegin(name));
        processing.registerDefaultHandlerInterceptor((configuration, name) -> alone(name));
        processing.registerDefaultDeadLetterPolicy(configuration -> (letter, cause) -> setAside(cause, null));
        processing.registerDeadLetterQueueProvider(group -> {
            // Dead letters that outlive a replay would block their sequences for ever. Axon's own cache is off: it does
            // not learn of the dead letters of a build of views. ProcessorDeadLetterQueue has its own cache.
            processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                    group, (configuration, builder) -> builder.allowReset(true));
            return configuration -> store.get().letters(group);
        });
    }

    /**
     * The base for a module that configures its own processor, so that this one too takes over soon from a dead node.
     *
     * @param events handled in one transaction, at least 1
     */
    public static TrackingEventProcessorConfiguration inBatchesOf(int events) {
        return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andBatchSize(events)
                .andTokenClaimInterval(CLAIM_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private EventsAlone alone(String processor) {
        return alone.computeIfAbsent(processor, name -> store.get().eventsAlone(name));
    }

    /** Enqueues the event once its own work alone is undone; a failure of this class rolls the batch back and enqueues nothing. */
    static EnqueueDecision<EventMessage<?>> setAside(
            Throwable cause, @Nullable Class<? extends RuntimeException> ended) {
        if ((ended != null && ended.isInstance(cause)) || EventsAlone.waitsFor(cause) || !EventsAlone.undoEvent()) {
            throw new BatchRolledBack(cause);
        }
        return Decisions.enqueue(withoutMessage(cause));
    }

    /** The class of the failure and its stack trace; its message may quote a person's data. */
    static ThrowableCause withoutMessage(Throwable failure) {
        return new ThrowableCause(failure.getClass().getName(), DeadLetterTrace.of(failure));
    }

    /** The patient whom the event is about, else its stream; {@code null} for an event of neither, which needs no order. */
    static @Nullable Object sequenceOf(EventMessage<?> event) {
        Object patient = event.getMetaData().get(Metadata.PATIENT);
        if (patient != null) {
            return patient;
        }
        return event instanceof DomainEventMessage<?> inStream ? inStream.getAggregateIdentifier() : null;
    }
}
