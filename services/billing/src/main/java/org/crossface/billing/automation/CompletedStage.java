package org.crossface.billing.automation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The data of a completed stage that billing needs, for both stages.
 *
 * @param operatedOn local date of the facility
 * @param minutes from incision to closure
 * @param deviation whether it was completed with a deviation
 * @param graftedLengthCm cm; {@code null} for stage two
 */
record CompletedStage(
        Stage stage,
        String pathwayId,
        String factId,
        OffsetDateTime occurredAt,
        String caseId,
        LocalDate operatedOn,
        int minutes,
        boolean deviation,
        @Nullable Double graftedLengthCm) {

    static CompletedStage of(StageOneCompleted fact) {
        return new CompletedStage(
                Stage.ONE,
                fact.pathwayId(),
                fact.factId(),
                fact.occurredAt(),
                fact.caseId(),
                fact.operatedOn(),
                fact.durationMinutes(),
                false,
                fact.graftedLengthCm());
    }

    static CompletedStage of(StageTwoCompleted fact) {
        return new CompletedStage(
                Stage.TWO,
                fact.pathwayId(),
                fact.factId(),
                fact.occurredAt(),
                fact.caseId(),
                fact.operatedOn(),
                fact.durationMinutes(),
                fact.deviation() != null,
                null);
    }
}
