package org.crossface.pathway.reference;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.reference.ReferenceData.SiteKind;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;

/** A surgery centre was changed. */
@EventName("reference.site-changed")
public record SiteChanged(
        @Harmless String siteId,
        OffsetDateTime occurredAt,
        @Harmless("an institution") String name,
        @Harmless String organisationId,
        SiteKind kind,
        @Harmless("IANA time zone") String zone,
        @Harmless("rooms") List<String> rooms,
        List<Stage> privileges)
        implements ReferenceEvent {}
