package org.crossface.pathway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.Refused;
import org.crossface.pathway.evaluation.examination.RecordEface;
import org.crossface.pathway.vocabulary.Phase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The eFACE (INV-52). */
class EfaceTest {

    private static final List<Integer> STATICS = List.of(80, 90, 70, 60);
    private static final List<Integer> DYNAMICS = List.of(10, 20, 30, 40, 50, 60, 70);
    private static final List<Integer> SYNKINESIS = List.of(100, 100, 90, 90);

    @Test
    void movementCountsTwice() {
        Eface eface = new Eface(Course.noon("2024-11-19"), STATICS, DYNAMICS, SYNKINESIS);
        assertThat(eface.staticScore()).isEqualTo(75);
        assertThat(eface.dynamicScore()).isEqualTo(40);
        assertThat(eface.synkinesisScore()).isEqualTo(95);
        // (300 + 2 * 280 + 380) / (4 + 14 + 4)
        assertThat(eface.total()).isEqualTo(1240 / 22.0);
    }

    @Test
    @Tag("INV-52")
    void eachItemIsGivenFromZeroToAHundred() {
        record(STATICS, DYNAMICS, SYNKINESIS).expectSuccessfulHandlerExecution();
        record(List.of(0, 0, 100, 100), DYNAMICS, SYNKINESIS).expectSuccessfulHandlerExecution();
        record(List.of(101, 0, 0, 0), DYNAMICS, SYNKINESIS).expectException(Refused.by("INV-52", "statics"));
        record(List.of(80, 90, 70), DYNAMICS, SYNKINESIS).expectException(Refused.by("INV-52", "statics"));
        record(STATICS, List.of(10, 20, 30, 40, 50, 60, -1), SYNKINESIS)
                .expectException(Refused.by("INV-52", "dynamics"));
        record(STATICS, DYNAMICS, STATICS.subList(0, 3)).expectException(Refused.by("INV-52", "synkinesis"));
    }

    private static ResultValidator<CarePathway> record(
            List<Integer> statics, List<Integer> dynamics, List<Integer> synkinesis) {
        return Course.referred()
                .when(
                        RecordEface.class,
                        "2024-11-19",
                        Map.of("statics", statics, "dynamics", dynamics, "synkinesis", synkinesis));
    }

    @Test
    void gradingsBeforeAndAfterTreatmentAreKept() {
        Course course = Course.stageTwoDone()
                .and(
                        EfaceRecorded.class,
                        "2026-10-07",
                        Map.of("statics", STATICS, "dynamics", DYNAMICS, "synkinesis", SYNKINESIS));
        Phase before = Course.stageTwoDone().state().phase();
        assertThat(course.state().phase()).isEqualTo(before);
        assertThat(course.state().evaluation().efaces())
                .extracting(Eface::dynamicScore)
                .containsExactly(40.0);
    }
}
