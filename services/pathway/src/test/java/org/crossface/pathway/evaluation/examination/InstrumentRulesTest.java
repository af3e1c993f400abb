package org.crossface.pathway.evaluation.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Histories.time;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Refused;
import org.crossface.pathway.evaluation.FaceQuestionnaire;
import org.crossface.pathway.evaluation.Sunnybrook;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentRulesTest {

    private static final OffsetDateTime NOW = time("2024-11-19T10:40");
    private static final List<Integer> ZEROS = List.of(0, 0, 0, 0, 0);

    static Stream<Arguments> sunnybrookVectors() {
        return Stream.of(
                Arguments.of(List.of(1, 2, 1), List.of(1, 1, 1, 1, 1), ZEROS, 20, 20, 0, 0, 0),
                Arguments.of(List.of(0, 1, 1), List.of(2, 2, 3, 2, 1), List.of(0, 1, 2, 0, 0), 40, 10, 3, 27, 27),
                Arguments.of(List.of(0, 1, 0), List.of(3, 4, 4, 3, 3), List.of(1, 0, 1, 0, 0), 68, 5, 2, 61, 61),
                Arguments.of(List.of(0, 0, 0), List.of(5, 5, 5, 5, 5), ZEROS, 100, 0, 0, 100, 100),
                Arguments.of(List.of(1, 2, 1), List.of(1, 1, 1, 1, 1), List.of(3, 3, 3, 3, 3), 20, 20, 15, -15, 0));
    }

    @ParameterizedTest
    @MethodSource("sunnybrookVectors")
    void sunnybrookIsComputed(
            List<Integer> resting,
            List<Integer> voluntary,
            List<Integer> synkinesis,
            int voluntaryScore,
            int restingScore,
            int synkinesisScore,
            int raw,
            int shown) {
        Sunnybrook graded = Sunnybrook.of(resting, voluntary, synkinesis);
        assertThat(graded.voluntaryScore()).isEqualTo(voluntaryScore);
        assertThat(graded.restingScore()).isEqualTo(restingScore);
        assertThat(graded.synkinesisScore()).isEqualTo(synkinesisScore);
        assertThat(graded.rawComposite()).isEqualTo(raw);
        assertThat(graded.composite()).isEqualTo(shown);
        assertThat(graded.inconsistent()).isEqualTo(raw < 0);
    }

    @Test
    void faceTotalIsComputed() {
        assertThat(FaceQuestionnaire.ofRawSum(45).total()).isEqualTo(50.0);
        assertThat(FaceQuestionnaire.ofAnswers(Collections.nCopies(15, 5)).total())
                .isEqualTo(100.0);
    }

    @Test
    @Tag("INV-51")
    void aTotalThatTheItemsDoNotMakeIsRefused() {
        refused(sunnybrook(List.of(0, 1, 0), List.of(3, 4, 4, 3, 3), List.of(1, 0, 1, 0, 0), 62), "INV-51");
    }

    @Test
    @Tag("INV-51")
    void theTotalThatTheItemsMakePasses() {
        accepted(sunnybrook(List.of(0, 1, 0), List.of(3, 4, 4, 3, 3), List.of(1, 0, 1, 0, 0), 61));
    }

    static Stream<Arguments> itemsOffTheirScale() {
        List<Integer> ones = List.of(1, 1, 1, 1, 1);
        return Stream.of(
                Arguments.of(List.of(2, 0, 0), ones, ZEROS),
                Arguments.of(List.of(-1, 0, 0), ones, ZEROS),
                Arguments.of(List.of(0, 3, 0), ones, ZEROS),
                Arguments.of(List.of(0, -1, 0), ones, ZEROS),
                Arguments.of(List.of(0, 0, 2), ones, ZEROS),
                Arguments.of(List.of(0, 0, -1), ones, ZEROS),
                Arguments.of(List.of(0, 0), ones, ZEROS),
                Arguments.of(List.of(0, 0, 0), List.of(1, 1, 1, 1, 6), ZEROS),
                Arguments.of(List.of(0, 0, 0), List.of(0, 1, 1, 1, 1), ZEROS),
                Arguments.of(List.of(0, 0, 0), List.of(1, 1, 1, 1), ZEROS),
                Arguments.of(List.of(0, 0, 0), ones, List.of(0, 0, 0, 0, 4)),
                Arguments.of(List.of(0, 0, 0), ones, List.of(-1, 0, 0, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("itemsOffTheirScale")
    @Tag("INV-51")
    void anItemOffItsScaleIsRefused(List<Integer> resting, List<Integer> voluntary, List<Integer> synkinesis) {
        refused(sunnybrook(resting, voluntary, synkinesis, null), "INV-51");
    }

    @Test
    @Tag("INV-51")
    void itemsAtTheEndsOfTheirScalesPass() {
        accepted(sunnybrook(List.of(1, 2, 1), List.of(1, 5, 1, 5, 1), List.of(3, 0, 3, 0, 3), null));
    }

    @Test
    @Tag("INV-51")
    void someItemsWithoutTheOthersAreRefused() {
        refused(new Entry().with(List.of(0, 0, 0), null, null, null).command(), "INV-51");
    }

    @Test
    @Tag("INV-51")
    void aNegativeCompositeIsKeptRawAndFlagged() {
        PathwayFixture.at(NOW.toInstant())
                .given(Histories.referred())
                .when(
                        sunnybrook(List.of(1, 2, 1), List.of(1, 1, 1, 1, 1), List.of(3, 3, 3, 3, 3), null),
                        PathwayFixture.as(Role.THERAPIST))
                .expectState(pathway -> {
                    Sunnybrook graded = pathway.state().evaluation().baseline().sunnybrook();
                    assertThat(graded).isNotNull();
                    assertThat(graded.rawComposite()).isEqualTo(-15);
                    assertThat(graded.inconsistent()).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    @Tag("INV-52")
    void aGradeOffHouseBrackmannIsRefused(int grade) {
        refused(new Entry().houseBrackmann(grade).command(), "INV-52");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    @Tag("INV-52")
    void aGradeOfHouseBrackmannPasses(int grade) {
        accepted(new Entry().houseBrackmann(grade).command());
    }

    @Test
    @Tag("INV-52")
    void fourteenFaceAnswersAreRefused() {
        refused(new Entry().face(Collections.nCopies(14, 3), null).command(), "INV-52");
    }

    @Test
    @Tag("INV-52")
    void fifteenFaceAnswersPass() {
        accepted(new Entry().face(Collections.nCopies(15, 3), 45).command());
    }

    @Test
    @Tag("INV-52")
    void aFaceAnswerOfSixIsRefused() {
        refused(new Entry().face(Collections.nCopies(15, 6), null).command(), "INV-52");
    }

    @Test
    @Tag("INV-52")
    void aFaceAnswerOfZeroIsRefused() {
        refused(new Entry().face(Collections.nCopies(15, 0), null).command(), "INV-52");
    }

    @Test
    @Tag("INV-52")
    void aFaceSumThatTheAnswersDoNotMakeIsRefused() {
        refused(new Entry().face(Collections.nCopies(15, 3), 46).command(), "INV-52");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 76})
    @Tag("INV-52")
    void aFaceSumOutsideItsRangeIsRefused(int sum) {
        refused(new Entry().face(null, sum).command(), "INV-52");
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 75})
    @Tag("INV-52")
    void aFaceSumInItsRangePasses(int sum) {
        accepted(new Entry().face(null, sum).command());
    }

    @Test
    @Tag("SEQ-ASSESSMENT")
    void anAssessmentOfNothingIsRefused() {
        refused(new Entry().command(), "SEQ-ASSESSMENT");
    }

    @ParameterizedTest
    @CsvSource({"-20.1, false", "-20, true", "40, true", "40.1, false"})
    @Tag("FIELD-RANGE")
    void aSmileExcursionLiesBetweenMinusTwentyAndForty(double millimetres, boolean possible) {
        RecordAssessment command =
                new RecordAssessment(Histories.PATHWAY, NOW, null, null, null, null, null, millimetres, null, null);
        if (possible) {
            accepted(command);
        } else {
            refused(command, "FIELD-RANGE");
        }
    }

    private static RecordAssessment sunnybrook(
            List<Integer> resting, List<Integer> voluntary, List<Integer> synkinesis, @Nullable Integer total) {
        return new Entry().with(resting, voluntary, synkinesis, total).command();
    }

    private static void refused(RecordAssessment command, String rule) {
        PathwayFixture.at(NOW.toInstant())
                .given(Histories.referred())
                .when(command, PathwayFixture.as(Role.THERAPIST))
                .expectException(Refused.by(rule));
    }

    private static void accepted(RecordAssessment command) {
        PathwayFixture.at(NOW.toInstant())
                .given(Histories.referred())
                .when(command, PathwayFixture.as(Role.THERAPIST))
                .expectSuccessfulHandlerExecution();
    }

    /** Builds an assessment of the instruments that a test is about. */
    private static final class Entry {

        private @Nullable Integer houseBrackmann;
        private @Nullable List<Integer> resting;
        private @Nullable List<Integer> voluntary;
        private @Nullable List<Integer> synkinesis;
        private @Nullable Integer total;
        private @Nullable List<Integer> answers;
        private @Nullable Integer sum;

        Entry houseBrackmann(int grade) {
            houseBrackmann = grade;
            return this;
        }

        Entry with(
                @Nullable List<Integer> restingItems,
                @Nullable List<Integer> voluntaryItems,
                @Nullable List<Integer> synkinesisItems,
                @Nullable Integer claimed) {
            resting = restingItems;
            voluntary = voluntaryItems;
            synkinesis = synkinesisItems;
            total = claimed;
            return this;
        }

        Entry face(@Nullable List<Integer> given, @Nullable Integer rawSum) {
            answers = given;
            sum = rawSum;
            return this;
        }

        RecordAssessment command() {
            return new RecordAssessment(
                    Histories.PATHWAY, NOW, houseBrackmann, resting, voluntary, synkinesis, total, null, answers, sum);
        }
    }
}
