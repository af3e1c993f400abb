package org.crossface.pathway.state;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.crossface.pathway.surgery.Operation;

/**
 * Day and duration of an operation, computed from its incision and its closure and never entered.
 *
 * @param operatedOn day of the incision in the zone of the facility
 * @param durationMinutes from the incision to the closure; to the completion when the closure is not recorded
 */
public record OperationTimes(LocalDate operatedOn, int durationMinutes) {

    /** The times of the operation whose record was completed at this time; empty when no incision is on record. */
    public static Optional<OperationTimes> of(PathwayState state, String caseId, OffsetDateTime completedAt) {
        Operation operation = state.operations().of(caseId);
        return operation.incisionAt().map(incision -> {
            OffsetDateTime closure = operation.closedAt().orElse(completedAt);
            return new OperationTimes(state.dayOf(incision), (int)
                    Duration.between(incision, closure).toMinutes());
        });
    }
}
