package org.crossface.pathway.adjunct;

import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.jspecify.annotations.Nullable;

/**
 * A procedure beside the plan was carried out; the fact id identifies it.
 *
 * @param plannedId the plan that it carries out; {@code null} when it was not planned
 * @param product what was implanted or injected; {@code null} when nothing was
 * @param lot lot or serial number of the product
 * @param magneticResonance what the implant means for a magnetic resonance examination
 * @param amount what was given, such as units of toxin or the weight of an implant
 * @param surgeonId who carried it out
 */
@EventName("adjunct.performed")
public record AdjunctPerformed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless @Nullable String plannedId,
        AdjunctKind kind,
        FaceSide side,
        @Harmless("product of a manufacturer") @Nullable String product,
        @Harmless("lot of a product") @Nullable String lot,
        @Nullable MagneticResonance magneticResonance,
        @Harmless("quantity with its unit") @Nullable String amount,
        @Harmless String surgeonId)
        implements AdjunctFact, Encounter {}
