package org.crossface.pathway.aftercare.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.aftercare.vocabulary.InfectionClass;
import org.crossface.pathway.aftercare.vocabulary.InfectionCriterion;
import org.crossface.pathway.aftercare.vocabulary.InfectionSite;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** A surgical site infection was found. */
@EventName("aftercare.infection-diagnosed")
public record InfectionDiagnosed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        InfectionClass infectionClass,
        InfectionSite site,
        LocalDate onsetOn,
        List<InfectionCriterion> criteria,
        @Personal @Nullable String culture)
        implements AftercareFact {
    public InfectionDiagnosed {
        criteria = List.copyOf(criteria);
    }
}
