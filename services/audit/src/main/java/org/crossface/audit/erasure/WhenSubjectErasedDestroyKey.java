package org.crossface.audit.erasure;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.crossface.pathway.patient.SubjectErased;
import org.crossface.platform.personal.SubjectKeys;
import org.crossface.platform.processing.ProcessorDefaults;

/**
 * Destroys the key of an erased person; after that every personal component of the person reads as erased in every copy of the events. A
 * repeat has no effect; it never acts during a replay.
 */
@ProcessingGroup(WhenSubjectErasedDestroyKey.GROUP)
@DisallowReplay
public final class WhenSubjectErasedDestroyKey {

    /** Name of the event processor. */
    public static final String GROUP = "erasure";

    private final SubjectKeys keys;

    public WhenSubjectErasedDestroyKey(SubjectKeys keys) {
        this.keys = keys;
    }

    /** Starts at the first event: by default a processor treats events from before its first start as a replay. */
    public static ConfigurerModule processing() {
        return configurer -> configurer
                .eventProcessing()
                .registerTrackingEventProcessorConfiguration(
                        GROUP,
                        configuration -> ProcessorDefaults.inBatchesOf(1)
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken));
    }

    @EventHandler
    void on(SubjectErased fact) {
        keys.destroy(fact.patientId());
    }
}
