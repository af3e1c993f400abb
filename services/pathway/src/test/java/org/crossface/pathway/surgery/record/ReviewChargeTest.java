package org.crossface.pathway.surgery.record;

import java.util.Map;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.Samples;
import org.crossface.pathway.surgery.events.ChargeReviewed;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.vocabulary.ChargeHold;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Billing lets the charges of an operation go out (4.4). */
class ReviewChargeTest {

    private static ReviewCharge review(DayOfSurgery day, ChargeHold hold) {
        return new ReviewCharge("pathway-1", day.at("19:00"), day.caseId(), hold, "The note was read");
    }

    private static DayOfSurgery stageTwo(String deviation) {
        DayOfSurgery day = DayOfSurgery.stageTwo().upToIncision();
        return day.with(Samples.of(
                StageTwoCompleted.class,
                Map.of(
                        "factId",
                        "completed",
                        "caseId",
                        day.caseId(),
                        "occurredAt",
                        day.at("15:00"),
                        "deviation",
                        deviation.isEmpty() ? Samples.Absent.ABSENT : deviation,
                        "secondSurgeonId",
                        Samples.Absent.ABSENT)));
    }

    @Test
    @Tag("SEQ-CHARGE-REVIEW")
    void theChargesAreReviewedAfterTheOperationAndOnceForEachHold() {
        DayOfSurgery day = DayOfSurgery.stageOne().upToIncision();
        day.refuses("SEQ-CHARGE-REVIEW", "", review(day, ChargeHold.CODER_REVIEW));
        day = stageTwo("");
        day.allows(review(day, ChargeHold.CODER_REVIEW));
        day.with(new ChargeReviewed(
                "pathway-1", day.fact(), day.at("18:00"), day.caseId(), ChargeHold.CODER_REVIEW, "checked"));
        day.refuses("SEQ-CHARGE-REVIEW", "hold", review(day, ChargeHold.CODER_REVIEW));
    }

    @Test
    @Tag("SEQ-CHARGE-REVIEW")
    void aDeviationIsReviewedWhereThereIsOne() {
        DayOfSurgery planned = stageTwo("");
        planned.refuses("SEQ-CHARGE-REVIEW", "hold", review(planned, ChargeHold.DEVIATION));
        DayOfSurgery deviated = stageTwo("No vein could be joined");
        deviated.allows(review(deviated, ChargeHold.DEVIATION));
    }
}
