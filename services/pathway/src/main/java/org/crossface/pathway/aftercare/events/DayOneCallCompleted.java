package org.crossface.pathway.aftercare.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.aftercare.vocabulary.CallDisposition;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The call on the day after an operation reached the patient.
 *
 * @param pain 0 to 10
 * @param nausea 0 to 3
 * @param temperatureCelsius 34.0 to 43.0
 */
@EventName("aftercare.day-one-call-completed")
public record DayOneCallCompleted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        int pain,
        int nausea,
        double temperatureCelsius,
        List<RedFlag> flags,
        CallDisposition disposition,
        @Personal @Nullable String note)
        implements AftercareFact {
    public DayOneCallCompleted {
        flags = List.copyOf(flags);
    }
}
