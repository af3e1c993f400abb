package org.crossface.pathway.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Refused;
import org.crossface.pathway.evaluation.LateralityCorrected;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.examination.CorrectLaterality;
import org.crossface.pathway.neurotization.NeurotizationBasis;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.neurotization.growth.ConfirmNeurotization;
import org.crossface.pathway.oversight.countersignature.ConfirmAsSecond;
import org.crossface.pathway.surgery.events.IncisionMade;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.transfer.CompleteStageTwo;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SecondPersonTest {

    private static final Map<String, Object> JUDGED = Map.of(
            "factId",
            "judged",
            "basis",
            NeurotizationBasis.CLINICAL_JUDGEMENT,
            "confirmedBy",
            "surgeon-osei",
            "secondReviewer",
            "surgeon-lind");

    private static ResultValidator<CarePathway> confirm(List<PathwayEvent> facts, String person, Role role) {
        return confirm(facts, person, role, "2025-09-03");
    }

    private static ResultValidator<CarePathway> confirm(
            List<PathwayEvent> facts, String person, Role role, String day) {
        return PathwayFixture.at(Course.noon(day).toInstant())
                .given(facts)
                .when(new ConfirmAsSecond("pathway-1", Course.noon(day), "judged"), PathwayFixture.as(person, role));
    }

    private static List<PathwayEvent> judged() {
        return Course.stageOneDone()
                .and(NeurotizationConfirmed.class, "2025-09-02", JUDGED)
                .facts();
    }

    @Test
    @Tag("INV-22")
    void aJudgementCountsWhenTheSecondSurgeonHasConfirmedIt() {
        assertThat(Course.of(judged()).state().graft().neurotized()).isFalse();
        assertThat(Course.of(judged()).state().phase()).isEqualTo(Phase.NEUROTIZING);
        assertThat(Course.of(judged()).state().waits(NeurotizationConfirmed.class))
                .isTrue();
        confirm(judged(), "surgeon-lind", Role.SURGEON).expectState(pathway -> {
            assertThat(pathway.state().graft().neurotized()).isTrue();
            assertThat(pathway.state().phase()).isEqualTo(Phase.READY_FOR_STAGE2);
            assertThat(pathway.state().waiting()).isEmpty();
        });
    }

    @Test
    @Tag("INV-22")
    void aReviewerWhoDoesNotExistIsRefused() {
        Map<String, Object> entry =
                Map.of("basis", NeurotizationBasis.CLINICAL_JUDGEMENT, "secondReviewer", "Dr. Nobody");
        Course.stageOneDone()
                .when(ConfirmNeurotization.class, "2025-09-02", entry)
                .expectException(Refused.by("INV-22", "secondReviewer"));
    }

    @Test
    @Tag("REF-SECOND")
    void theSecondPersonIsTheOneWhoWasNamed() {
        confirm(judged(), "surgeon-osei", Role.SURGEON).expectException(Refused.by("REF-SECOND"));
        confirm(judged(), "surgeon-lind", Role.SURGEON).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-18")
    void aSurgeonWhoseNameStandsInNoRegisterDoesNotConfirm() {
        List<PathwayEvent> facts = corrected();
        confirm(facts, "surgeon-elsewhere", Role.SURGEON, "2025-01-10").expectException(Refused.by("INV-18"));
        confirm(facts, "surgeon-lind", Role.SURGEON, "2025-01-10").expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("REF-WAITING")
    void onlyWhatWaitsIsConfirmed() {
        confirm(Course.stageOneDone().facts(), "surgeon-lind", Role.SURGEON)
                .expectException(Refused.by("REF-WAITING", ""));
        List<PathwayEvent> another = Course.stageOneDone()
                .and(NeurotizationConfirmed.class, "2025-09-02", with(JUDGED, "factId", "another"))
                .facts();
        confirm(another, "surgeon-lind", Role.SURGEON).expectException(Refused.by("REF-WAITING", "confirmedFactId"));
    }

    @Test
    @Tag("SEQ-SECOND")
    void whatWaitsIsNotEnteredTwice() {
        Course.of(judged())
                .when(ConfirmNeurotization.class, "2025-09-03", Map.of("basis", NeurotizationBasis.EMG))
                .expectException(Refused.by("SEQ-SECOND"));
        Course.of(judged())
                .and(RecordRetracted.class, "2025-09-03", Map.of("targetFactId", "judged"))
                .when(ConfirmNeurotization.class, "2025-09-04", Map.of("basis", NeurotizationBasis.EMG))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aConfirmedFactThatIsRetractedCountsNoLonger() {
        Course course =
                Course.of(judged()).and(SecondPersonConfirmed.class, "2025-09-03", Map.of("confirmedFactId", "judged"));
        assertThat(course.state().graft().neurotized()).isTrue();
        assertThat(course.and(RecordRetracted.class, "2025-09-04", Map.of("targetFactId", "judged"))
                        .state()
                        .graft()
                        .neurotized())
                .isFalse();
    }

    @Test
    @Tag("INV-28")
    void aCompletionWithADeviationWaitsForTheSecondSurgeonHimself() {
        DayOfSurgery day = DayOfSurgery.stageTwo()
                .upToIncision()
                .muscleHarvested()
                .arteryJoined(true)
                .reperfusedAfter(98)
                .nerveJoined()
                .muscleInset();
        completed(day, "surgeon-nobody").expectException(Refused.by("INV-28", "secondSurgeonId"));
        completed(day, "surgeon-lind").expectState(pathway -> {
            assertThat(pathway.state().operations().stageTwo()).isEmpty();
            assertThat(pathway.state().phase()).isEqualTo(Phase.STAGE2_PLANNED);
        });
        List<PathwayEvent> waiting = Course.of(day.facts())
                .and(
                        StageTwoCompleted.class,
                        "2025-10-07",
                        Map.of("factId", "judged", "caseId", "case-2", "secondSurgeonId", "surgeon-lind"))
                .facts();
        confirm(waiting, "surgeon-osei", Role.SURGEON, "2025-10-07").expectException(Refused.by("REF-SECOND"));
        confirm(waiting, "surgeon-lind", Role.SURGEON, "2025-10-07")
                .expectState(pathway -> assertThat(pathway.state().phase()).isEqualTo(Phase.STAGE2_DONE));
    }

    private static ResultValidator<CarePathway> completed(DayOfSurgery day, String second) {
        return Course.of(day.facts())
                .when(
                        CompleteStageTwo.class,
                        "2025-10-07",
                        Map.of(
                                "caseId",
                                "case-2",
                                "bloodLossMl",
                                150,
                                "deviation",
                                "Leeches",
                                "secondSurgeonId",
                                second,
                                "ischemiaComment",
                                ABSENT));
    }

    /** The side of a patient who is ready for stage one is to be the right one. */
    private static List<PathwayEvent> corrected() {
        return Course.of(Histories.readyForStageOne())
                .and(
                        LateralityCorrected.class,
                        "2025-01-09",
                        Map.of("factId", "judged", "paralysedSide", ParalysedSide.RIGHT, "correctedBy", "surgeon-osei"))
                .facts();
    }

    @Test
    @Tag("INV-06")
    void twoCliniciansCorrectTheSideBeforeTheIncisionAndTheConsentForTheOldOneEnds() {
        assertThat(Course.of(corrected()).state().evaluation().paralysedSide())
                .isEqualTo(Course.of(Histories.readyForStageOne())
                        .state()
                        .evaluation()
                        .paralysedSide());
        confirm(corrected(), "surgeon-osei", Role.SURGEON, "2025-01-10").expectException(Refused.by("REF-SECOND"));
        confirm(corrected(), "anesthesiologist-1", Role.ANESTHESIOLOGIST, "2025-01-10")
                .expectState(pathway -> {
                    assertThat(pathway.state()
                                    .evaluation()
                                    .finding()
                                    .orElseThrow()
                                    .side())
                            .isEqualTo(ParalysedSide.RIGHT);
                    assertThat(pathway.state().evaluation().healthySmileConfirmed())
                            .isFalse();
                    assertThat(pathway.state().consents().all()).noneMatch(consent -> consent.stands());
                });
    }

    @Test
    @Tag("INV-06")
    void afterTheIncisionTheSideIsNeitherCorrectedNorConfirmed() {
        Map<String, Object> right = Map.of("paralysedSide", ParalysedSide.RIGHT);
        Course.of(DayOfSurgery.stageOne().facts())
                .when(CorrectLaterality.class, "2025-01-14", right)
                .expectSuccessfulHandlerExecution();
        Course.of(DayOfSurgery.stageOne().upToIncision().facts())
                .when(CorrectLaterality.class, "2025-01-14", right)
                .expectException(Refused.by("INV-06"));
        confirm(
                        Course.of(corrected())
                                .and(IncisionMade.class, "2025-01-14")
                                .facts(),
                        "surgeon-lind",
                        Role.SURGEON,
                        "2025-01-14")
                .expectException(Refused.by("INV-06"));
    }

    @Test
    @Tag("REF-SIDE")
    void aSideIsCorrectedToAnotherOneThanIsOnRecord() {
        Course.of(DayOfSurgery.stageOne().facts())
                .when(CorrectLaterality.class, "2025-01-14", Map.of("paralysedSide", ParalysedSide.LEFT))
                .expectException(Refused.by("REF-SIDE", "paralysedSide"));
        Course.referred()
                .when(CorrectLaterality.class, "2025-01-14", Map.of("paralysedSide", ParalysedSide.RIGHT))
                .expectException(Refused.by("REF-SIDE", ""));
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(name, value);
        return all;
    }
}
