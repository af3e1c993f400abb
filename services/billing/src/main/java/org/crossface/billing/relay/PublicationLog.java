package org.crossface.billing.relay;

import java.time.Instant;

/** Stores for people which charges were published when. The relay never reads it: its position is only in Kafka. */
public interface PublicationLog {

    /** All charges up to this global position are published, or wait in a parked pathway. */
    void publishedUpTo(long position, Instant at);

    /** These pathways are parked now. */
    void parked(ParkedPathways parked);
}
