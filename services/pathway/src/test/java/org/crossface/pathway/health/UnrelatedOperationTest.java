package org.crossface.pathway.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.Refused;
import org.crossface.pathway.health.history.RecordUnrelatedOperation;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operation for something else is a dated fact of the pathway and moves it nowhere. */
class UnrelatedOperationTest {

    @Test
    @Tag("INV-61")
    void anOperationForSomethingElseIsRecordedAndMovesNothing() {
        LocalDate today = LocalDate.of(2025, 1, 10);
        Course planned = Course.of(Histories.planned());
        Phase before = planned.state().phase();
        planned.when(
                        Role.PREOP_NURSE,
                        RecordUnrelatedOperation.class,
                        today.toString(),
                        Map.of("operatedOn", today.plusDays(1)))
                .expectException(Refused.by("INV-61", "operatedOn"));
        planned.when(
                        Role.PREOP_NURSE,
                        RecordUnrelatedOperation.class,
                        today.toString(),
                        Map.of("operatedOn", today, "operation", "Appendectomy", "bodySite", "Abdomen"))
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> {
                    assertThat(pathway.state().phase()).isEqualTo(before);
                    assertThat(pathway.state().health().operations())
                            .extracting(UnrelatedOperation::operation, UnrelatedOperation::operatedOn)
                            .containsExactly(tuple("Appendectomy", today));
                });
    }
}
