package org.crossface.billing.relay;

import java.time.Instant;

/** Keeps for people what was published when. The relay never reads it: its place is in Kafka alone. */
public interface PublicationLog {

    /** All charges up to this global position are published, or wait in a parked pathway. */
    void publishedUpTo(long position, Instant at);

    /** These pathways are parked now. */
    void parked(ParkedPathways parked);
}
