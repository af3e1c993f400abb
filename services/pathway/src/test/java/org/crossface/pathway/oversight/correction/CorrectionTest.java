package org.crossface.pathway.oversight.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.Refused;
import org.crossface.pathway.Samples;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.Sunnybrook;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.recovery.RecoveryDay;
import org.crossface.pathway.rehabilitation.events.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.state.Correction;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionTest {

    private static final String REASON = "Typed the number of another patient";

    @Test
    void aCorrectedValueReplacesTheRecordedOneInTheState() {
        examined()
                .when(CorrectRecord.class, "2025-04-16", correction("advanceMm", "26.0"))
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> assertThat(pathway.state().graft().advances())
                        .singleElement()
                        .extracting(TinelAssessed::advanceMm)
                        .isEqualTo(26.0));
    }

    @Test
    void personalAndReadableValuesAreKeptApart() {
        examined()
                .when(CorrectRecord.class, "2025-04-16", correction("comment", "seen twice"))
                .expectEvents(new RecordCorrected(
                        "pathway-1",
                        "id-1",
                        Course.noon("2025-04-16"),
                        "tinel",
                        List.of(),
                        List.of(new CorrectedField("comment", "seen twice")),
                        REASON));
    }

    @Test
    void aRetractedConfirmationTakesThePathwayBack() {
        Course.stageOneDone()
                .and(NeurotizationConfirmed.class, "2025-09-02", Map.of("factId", "confirmation"))
                .when(RetractRecord.class, "2025-09-03", Map.of("targetFactId", "confirmation", "reason", REASON))
                .expectState(pathway -> {
                    assertThat(pathway.state().graft().neurotized()).isFalse();
                    assertThat(pathway.state().phase()).isEqualTo(Phase.NEUROTIZING);
                });
    }

    @Test
    void aRetractedCorrectionNoLongerCounts() {
        examined()
                .and(
                        RecordCorrected.class,
                        "2025-04-16",
                        Map.of(
                                "factId",
                                "correction",
                                "targetFactId",
                                "tinel",
                                "fields",
                                List.of(new CorrectedField("advanceMm", "26.0")),
                                "personalFields",
                                List.of()))
                .when(RetractRecord.class, "2025-04-17", Map.of("targetFactId", "correction", "reason", REASON))
                .expectState(pathway -> assertThat(pathway.state().graft().advances())
                        .singleElement()
                        .extracting(TinelAssessed::advanceMm)
                        .isEqualTo(62.0));
    }

    @Test
    @Tag("REF-FACT")
    void anUnknownFactIsNotCorrected() {
        Course.stageOneDone()
                .when(CorrectRecord.class, "2025-04-16", correction("advanceMm", "26.0"))
                .expectException(Refused.by("REF-FACT"));
    }

    @Test
    @Tag("REF-FACT")
    void theReferralIsNotRetracted() {
        Course.referred()
                .when(RetractRecord.class, "2025-04-16", Map.of("targetFactId", "fact-0", "reason", REASON))
                .expectException(Refused.by("REF-FACT"));
    }

    @Test
    @Tag("INV-62")
    void aCorrectionWithoutAReasonIsRefused() {
        examined()
                .when(
                        CorrectRecord.class,
                        "2025-04-16",
                        Map.of(
                                "targetFactId",
                                "tinel",
                                "fields",
                                List.of(new CorrectedField("advanceMm", "26.0")),
                                "reason",
                                "nineteen characters"))
                .expectException(Refused.by("INV-62"));
    }

    @Test
    @Tag("INV-62")
    void somebodyElsesRecordIsNotCorrected() {
        examined()
                .when(Role.THERAPIST, CorrectRecord.class, "2025-04-16", correction("advanceMm", "26.0"))
                .expectException(Refused.by("INV-62"));
    }

    @Test
    @Tag("REF-FIELD")
    void aFieldThatIsNotThereIsRefused() {
        examined()
                .when(CorrectRecord.class, "2025-04-16", correction("lengthCm", "26.0"))
                .expectException(Refused.by("REF-FIELD"));
    }

    @Test
    @Tag("REF-FIELD")
    void theIdentityOfAFactIsNotCorrected() {
        examined()
                .when(CorrectRecord.class, "2025-04-16", correction("factId", "another"))
                .expectException(Refused.by("REF-FIELD"));
    }

    /** They decide who may see the pathway: a corrected patient's identifier would show another patient's name. */
    @Test
    @Tag("REF-FIELD")
    void whosePathwayItIsAndAtWhichCentreIsNotCorrected() {
        for (String field : List.of("patientId", "siteId")) {
            assertThatThrownBy(() -> Correction.apply(
                            Samples.of(PatientReferred.class), List.of(new CorrectedField(field, "of-another-site"))))
                    .as(field)
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Correction.isPersonal(Samples.of(PatientReferred.class), field))
                    .as(field)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Tag("REF-FIELD")
    void aValueThatCannotBeReadIsRefused() {
        examined()
                .when(CorrectRecord.class, "2025-04-16", correction("advanceMm", "far"))
                .expectException(Refused.by("REF-FIELD"));
    }

    @ParameterizedTest
    @Tag("REF-FIELD")
    @CsvSource({
        "occurredAt, 2025-04-15T08:00:00-17:00",
        "occurredAt, 0001-04-15T08:00:00Z",
        "occurredAt, 2025-04-15T08:00:00.123456789Z",
        "advanceMm, NaN",
        "advanceMm, Infinity",
        "advanceMm, -0.0"
    })
    void aValueThatIsNotKeptAsItIsIsRefused(String field, String value) {
        examined()
                .when(CorrectRecord.class, "2025-04-16", correction(field, value))
                .expectException(Refused.by("REF-FIELD"));
    }

    private static Course examined() {
        return Course.stageOneDone()
                .and(TinelAssessed.class, "2025-04-15", Map.of("factId", "tinel", "advanceMm", 62.0, "present", true));
    }

    private static Map<String, Object> correction(String field, String value) {
        return Map.of("targetFactId", "tinel", "fields", List.of(new CorrectedField(field, value)), "reason", REASON);
    }

    private static Course graded() {
        return Course.inTherapy()
                .and(
                        OutcomeAssessed.class,
                        "2027-04-05",
                        Map.of(
                                "factId",
                                "outcome",
                                "visit",
                                OutcomeVisit.M18,
                                "assessment",
                                new Assessment(
                                        2,
                                        Sunnybrook.of(List.of(0, 1, 0), List.of(3, 4, 4, 3, 3), List.of(1, 0, 1, 0, 0)),
                                        8.1,
                                        null)));
    }

    private static Map<String, Object> correction(String factId, String field, String value) {
        return Map.of("targetFactId", factId, "fields", List.of(new CorrectedField(field, value)), "reason", REASON);
    }

    private static Assessment outcome(CarePathway pathway) {
        return pathway.state().newestRehabilitation().assessments().getLast().assessment();
    }

    /** 5 x 1 resting, 4 x 17 voluntary and 2 synkinesis make 61; with 5 for the smile, 65. */
    @Test
    void anItemInsideAScoreIsCorrectedAndTheTotalsFollow() {
        graded().when(
                        CorrectRecord.class,
                        "2027-04-06",
                        correction("outcome", "assessment.sunnybrook.voluntary[2]", "5"))
                .expectState(pathway -> {
                    Sunnybrook corrected =
                            Objects.requireNonNull(outcome(pathway).sunnybrook());
                    assertThat(corrected.voluntary()).containsExactly(3, 4, 5, 3, 3);
                    assertThat(corrected.composite()).isEqualTo(65);
                });
        graded().when(CorrectRecord.class, "2027-04-06", correction("outcome", "assessment.smileExcursionMm", "7.4"))
                .expectState(pathway ->
                        assertThat(outcome(pathway).smileExcursionMm()).isEqualTo(7.4));
    }

    @Test
    void anItemOffItsScaleAndATotalAreNotCorrected() {
        graded().when(
                        CorrectRecord.class,
                        "2027-04-06",
                        correction("outcome", "assessment.sunnybrook.voluntary[2]", "6"))
                .expectException(Refused.by("REF-FIELD", "fields"));
        graded().when(
                        CorrectRecord.class,
                        "2027-04-06",
                        correction("outcome", "assessment.sunnybrook.rawComposite", "90"))
                .expectException(Refused.by("REF-FIELD", "fields"));
        graded().when(CorrectRecord.class, "2027-04-06", correction("outcome", "assessment.face.rawSum", "40"))
                .expectException(Refused.by("REF-FIELD", "fields"));
        graded().when(
                        CorrectRecord.class,
                        "2027-04-06",
                        correction("outcome", "assessment.sunnybrook.voluntary[5]", "3"))
                .expectException(Refused.by("REF-FIELD", "fields"));
    }

    @Test
    void aCorrectedItemOfTheDischargeScoreMovesItsTotal() {
        DayOfSurgery day =
                RecoveryDay.afterStageOne().padss("15:10", 2, 2, 1, 2, 2).day();
        String score = day.facts().getLast().factId();
        day.with(Samples.of(
                RecordCorrected.class,
                Map.of(
                        "factId",
                        "c-1",
                        "targetFactId",
                        score,
                        "fields",
                        List.of(new CorrectedField("nausea", "0")),
                        "personalFields",
                        List.of())));
        assertThat(PathwayState.of(day.facts()).recoveries().of(day.caseId()).padss())
                .hasValueSatisfying(padss -> {
                    assertThat(padss.total()).isEqualTo(8);
                    assertThat(padss.lowest()).isZero();
                });
    }

    /** An earlier release took such corrections; a pathway that holds one can still be read. */
    @Test
    void anOldCorrectionOfATotalHasNoEffect() {
        DayOfSurgery day =
                RecoveryDay.afterStageOne().padss("15:10", 2, 2, 1, 2, 2).day();
        String score = day.facts().getLast().factId();
        day.with(Samples.of(
                RecordCorrected.class,
                Map.of(
                        "factId",
                        "c-1",
                        "targetFactId",
                        score,
                        "fields",
                        List.of(new CorrectedField("total", "3")),
                        "personalFields",
                        List.of())));
        assertThat(PathwayState.of(day.facts()).recoveries().of(day.caseId()).padss())
                .hasValueSatisfying(padss -> assertThat(padss.total()).isEqualTo(9));
    }
}
