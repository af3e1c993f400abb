package org.crossface.pathway.oversight;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Components of a fact read otherwise from now on.
 *
 * @param fields those whose component is stored readable
 * @param personalFields those whose component is personal
 */
@EventName("oversight.record-corrected")
public record RecordCorrected(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String targetFactId,
        List<CorrectedField> fields,
        @Personal @Nullable List<CorrectedField> personalFields,
        @Personal String reason)
        implements OversightFact {
    public RecordCorrected {
        fields = List.copyOf(fields);
        personalFields = personalFields == null ? null : List.copyOf(personalFields);
    }
}
