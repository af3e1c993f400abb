package org.crossface.pathway.policy;

import java.time.OffsetDateTime;

/** A fact about policies, as it is stored for ever. */
public sealed interface PolicyEvent permits PolicyProposed, PolicyApproved {
    String version();
    /** When it happened, with the offset of the place. */
    OffsetDateTime occurredAt();
}
