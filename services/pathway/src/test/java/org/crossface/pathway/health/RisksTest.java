package org.crossface.pathway.health;

import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.Refused;
import org.crossface.pathway.health.history.AssessNauseaRisk;
import org.crossface.pathway.health.history.AssessThrombosisRisk;
import org.crossface.pathway.health.history.DecideGlp1Risk;
import org.crossface.pathway.health.history.RecordGlp1Use;
import org.crossface.pathway.planning.CandidacyApproved;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.planning.TreatmentPlanSelected;
import org.crossface.pathway.scheduling.events.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.readiness.GrantClearance;
import org.crossface.pathway.surgery.checklist.InduceAnesthesia;
import org.crossface.pathway.surgery.vocabulary.AnesthesiaTechnique;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** GLP-1 agonists, thrombosis and nausea. */
class RisksTest {

    @Test
    @Tag("SEQ-GLP1")
    void aDrugThatIsTakenIsNamedAndDecidedAboutBeforeTheClearance() {
        Course course = planned();
        course.when(
                        Role.PREOP_NURSE,
                        RecordGlp1Use.class,
                        "2024-12-18",
                        Map.of("stage", Stage.ONE, "taken", true, "agent", ABSENT))
                .expectException(Refused.by("SEQ-GLP1", "agent"));
        decide(course).expectException(Refused.by("SEQ-GLP1", "stage"));
        clear(course).expectSuccessfulHandlerExecution();
        course.and(Glp1UseRecorded.class, "2024-12-18", Map.of("stage", Stage.ONE, "taken", true));
        clear(course).expectException(Refused.by("SEQ-GLP1", "stage"));
        decide(course).expectSuccessfulHandlerExecution();
        Map<String, Object> proceed = Map.of("stage", Stage.ONE, "decision", Glp1Decision.RAPID_SEQUENCE_INDUCTION);
        clear(course.and(Glp1RiskDecided.class, "2024-12-19", proceed)).expectSuccessfulHandlerExecution();
        Map<String, Object> postpone = Map.of("stage", Stage.ONE, "decision", Glp1Decision.POSTPONE);
        clear(course.and(Glp1RiskDecided.class, "2024-12-19", postpone))
                .expectException(Refused.by("SEQ-GLP1", "stage"));
    }

    private static Course planned() {
        return Course.referred()
                .and(TreatmentPlanSelected.class, "2024-12-01", Map.of("option", TreatmentOption.CFNG_GRACILIS_2STAGE))
                .and(CandidacyApproved.class, "2024-12-01")
                .and(AnesthesiaAssessed.class, "2024-12-18", Map.of("stage", Stage.ONE));
    }

    private static ResultValidator<CarePathway> decide(Course course) {
        return course.when(Role.ANESTHESIOLOGIST, DecideGlp1Risk.class, "2024-12-19", Map.of("stage", Stage.ONE));
    }

    private static ResultValidator<CarePathway> clear(Course course) {
        return course.when(Role.ANESTHESIOLOGIST, GrantClearance.class, "2024-12-20", Map.of("stage", Stage.ONE));
    }

    @Test
    @Tag("INV-36")
    void onAGlp1AgonistOnlyLiquidsAreTakenForADay() {
        // The meal was at 00:00, induction is at 08:00: enough without the drug, 16 hours too few with it.
        DayOfSurgery day = DayOfSurgery.stageOne().consentVerified().admitted().marked();
        day.fasted(null, null, day.at("00:00")).signedIn();
        InduceAnesthesia induction =
                new InduceAnesthesia("pathway-1", day.at("08:00"), "case-1", AnesthesiaTechnique.GENERAL_INTRAVENOUS);
        day.allows(induction);
        day.with(new Glp1UseRecorded("pathway-1", day.fact(), day.at("05:00"), Stage.ONE, true, "semaglutide", null))
                .refuses("INV-36", "occurredAt", induction);
        day.fasted(day.at("05:00"), null, day.at("08:00").minusHours(24)).allows(induction);
        day.fasted(null, day.at("08:00").minusHours(24).plusMinutes(1), null)
                .refuses("INV-36", "occurredAt", induction);
    }

    @Test
    @Tag("SEQ-THROMBOSIS")
    void fromFiveCapriniPointsADrugIsPlannedOrAReasonNamed() {
        thrombosis(Stage.ONE, 5, true, ABSENT, ABSENT).expectException(Refused.by("SEQ-THROMBOSIS", "drug"));
        thrombosis(Stage.ONE, 4, true, ABSENT, ABSENT).expectSuccessfulHandlerExecution();
        thrombosis(Stage.ONE, 5, true, "enoxaparin 40 mg", ABSENT).expectSuccessfulHandlerExecution();
        thrombosis(Stage.ONE, 5, true, ABSENT, "bleeding disorder").expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-THROMBOSIS")
    void aMuscleTransferHasMechanicalProphylaxisOrAReason() {
        thrombosis(Stage.TWO, 2, false, ABSENT, ABSENT).expectException(Refused.by("SEQ-THROMBOSIS", "mechanical"));
        thrombosis(Stage.ONE, 2, false, ABSENT, ABSENT).expectSuccessfulHandlerExecution();
        thrombosis(Stage.TWO, 2, false, ABSENT, "ulcer of the leg").expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> thrombosis(
            Stage stage, int score, boolean mechanical, Object drug, Object contraindication) {
        return planned()
                .when(
                        Role.ANESTHESIOLOGIST,
                        AssessThrombosisRisk.class,
                        "2024-12-19",
                        Map.of(
                                "stage",
                                stage,
                                "capriniScore",
                                score,
                                "mechanical",
                                mechanical,
                                "drug",
                                drug,
                                "contraindication",
                                contraindication));
    }

    @Test
    @Tag("SEQ-NAUSEA")
    void fromTwoApfelPointsSomethingIsPlannedAgainstNausea() {
        nausea(true, true, ABSENT).expectException(Refused.by("SEQ-NAUSEA", "prophylaxis"));
        nausea(true, ABSENT).expectException(Refused.by("SEQ-NAUSEA", "prophylaxis"));
        nausea(true, "dexamethasone 4 mg").expectSuccessfulHandlerExecution();
        nausea(false, ABSENT).expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> nausea(boolean nonSmoker, Object prophylaxis) {
        return nausea(nonSmoker, false, prophylaxis);
    }

    private static ResultValidator<CarePathway> nausea(boolean nonSmoker, boolean opioids, Object prophylaxis) {
        return planned()
                .when(
                        Role.ANESTHESIOLOGIST,
                        AssessNauseaRisk.class,
                        "2024-12-19",
                        Map.of(
                                "stage",
                                Stage.ONE,
                                "female",
                                true,
                                "nonSmoker",
                                nonSmoker,
                                "sickBefore",
                                false,
                                "opioidsAfterwards",
                                opioids,
                                "prophylaxis",
                                prophylaxis));
    }
}
