package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.FlapCheckMethod;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** It was planned who checks the flap where and how after discharge. */
@EventName("recovery.flap-monitoring-planned")
public record FlapMonitoringPlanned(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Harmless String flapId,
        DischargeDestination destination,
        @Harmless @Nullable String facilityId,
        @Personal String monitoredBy,
        FlapCheckMethod method,
        boolean surgeonReachable,
        @Personal @Nullable String surgeonAttestation)
        implements RecoveryFact, ConcernsCase {}
