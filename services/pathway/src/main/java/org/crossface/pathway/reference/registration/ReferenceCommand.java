package org.crossface.pathway.reference.registration;

import java.time.OffsetDateTime;

/** A command to one piece of reference data. */
public interface ReferenceCommand {
    /** When it happened, with the offset of the place. */
    OffsetDateTime occurredAt();
}
