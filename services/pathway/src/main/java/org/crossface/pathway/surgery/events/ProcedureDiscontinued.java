package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.vocabulary.DiscontinuedPhase;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;

/**
 * The procedure was stopped before it was complete.
 *
 * @param patientInRoom prepared and in the procedure room
 */
@EventName("surgery.procedure-discontinued")
public record ProcedureDiscontinued(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        Stage stage,
        DiscontinuedPhase phase,
        boolean patientInRoom,
        @Personal String reason)
        implements SurgeryFact, ConcernsCase, Encounter {}
