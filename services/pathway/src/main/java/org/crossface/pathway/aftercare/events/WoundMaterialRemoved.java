package org.crossface.pathway.aftercare.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.aftercare.vocabulary.WoundMaterial;
import org.crossface.pathway.aftercare.vocabulary.WoundSite;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** Drain, sutures or dressing of an operation were taken out. */
@EventName("aftercare.wound-material-removed")
public record WoundMaterialRemoved(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        List<WoundSite> sites,
        List<WoundMaterial> materials,
        @Personal @Nullable String note)
        implements AftercareFact, Encounter {

    /** Keeps its own copies. */
    public WoundMaterialRemoved {
        sites = List.copyOf(sites);
        materials = List.copyOf(materials);
    }
}
