package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.surgery.vocabulary.SiteMark;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** The accountable surgeon marked the sites; a later marking replaces an earlier one. */
@EventName("surgery.site-marked")
public record SiteMarked(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        List<SiteMark> sites,
        @Harmless String surgeonId,
        boolean patientAwake)
        implements SurgeryFact, ConcernsCase, Encounter {}
