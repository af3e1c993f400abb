package org.crossface.pathway.rehabilitation.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.rehabilitation.vocabulary.NonFunctionEvidence;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** The transferred muscle does not work. */
@EventName(value = "rehabilitation.non-functioning-transfer-declared", revision = 2, upcasters = FlapNotNamed.class)
public record NonFunctioningTransferDeclared(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        List<NonFunctionEvidence> evidence,
        @Personal @Nullable String note,
        @Harmless @Nullable String flapId)
        implements FlapFact {
    public NonFunctioningTransferDeclared {
        evidence = List.copyOf(evidence);
    }

    @Override
    public Phase phaseAfter(Phase before) {
        return Phase.REPLANNED;
    }
}
