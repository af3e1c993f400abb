package org.crossface.pathway.surgery.events;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * An operation that was not the planned one of its stage was completed as it really was: a return to theatre, one with a never event, or one
 * in which the patient died. It does not move the pathway on.
 *
 * @param complicationId the complication that was treated
 * @param operatedOn day of the incision in the zone of the facility
 * @param bloodLossMl mL, 0 to 10000
 * @param durationMinutes from incision to closure
 */
@EventName("surgery.operation-completed-as-performed")
public record OperationCompletedAsPerformed(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        @Personal String findings,
        @Personal String performed,
        @Harmless @Nullable String complicationId,
        LocalDate operatedOn,
        int bloodLossMl,
        int durationMinutes,
        @Harmless("reference of a document") String operationNoteRef)
        implements SurgeryFact, ConcernsCase, Encounter {}
