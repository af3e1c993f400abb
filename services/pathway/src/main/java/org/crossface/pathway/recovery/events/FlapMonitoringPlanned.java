package org.crossface.pathway.recovery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.recovery.vocabulary.FlapCheckMethod;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * It was planned who checks the flap where and how after discharge.
 *
 * @param anticoagulation what keeps the joined vessels open, with dose and last day; {@code null} when the plan does not name it
 */
@EventName(value = "recovery.flap-monitoring-planned", revision = 2, upcasters = PlanWithAnticoagulation.class)
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
        @Personal @Nullable String surgeonAttestation,
        @Personal @Nullable String anticoagulation)
        implements RecoveryFact, ConcernsCase {}
