package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The operating surgeon signed the operation record; charges may be released. */
@EventName("surgery.operation-record-signed")
public record OperationRecordSigned(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String surgeonId)
        implements SurgeryFact, ConcernsCase {}
