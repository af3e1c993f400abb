package org.crossface.pathway.policy.approval;

import java.time.OffsetDateTime;

/** A command to the set of policies. */
public interface PolicyCommand {
    /** When it happened, with the offset of the place. */
    OffsetDateTime occurredAt();
}
