package org.crossface.pathway.health;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/** The anesthesiologist decided about a patient on a GLP-1 agonist. */
@EventName("health.glp1-risk-decided")
public record Glp1RiskDecided(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        Stage stage,
        Glp1Decision decision,
        @Personal String residualRisk)
        implements HealthFact {}
