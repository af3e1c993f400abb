package org.crossface.pathway.surgery.checklist;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.events.ClosureCompleted;
import org.crossface.pathway.vocabulary.CaseCommand;

/**
 * Day and duration of an operation, computed at its completion.
 *
 * @param operatedOn day of the incision in the zone of the facility
 * @param durationMinutes from the incision to the closure; to the completion when the closure is not recorded
 */
public record OperationTimes(LocalDate operatedOn, int durationMinutes) {

    public static OperationTimes of(PathwayState state, CaseCommand completion) {
        Operation operation = state.operations().of(completion.caseId());
        OffsetDateTime incision = operation.incisionAt().orElseThrow();
        OffsetDateTime closure = operation
                .last(ClosureCompleted.class)
                .map(ClosureCompleted::occurredAt)
                .orElse(completion.occurredAt());
        ZoneId zone = ZoneId.of(state.intake().zone());
        return new OperationTimes(incision.atZoneSameInstant(zone).toLocalDate(), (int)
                Duration.between(incision, closure).toMinutes());
    }
}
