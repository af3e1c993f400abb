package org.crossface.pathway.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;
import static org.crossface.pathway.recovery.vocabulary.DischargeDestination.HOME;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.Refused;
import org.crossface.pathway.health.history.ListAllergies;
import org.crossface.pathway.health.history.ListMedication;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.recovery.RecoveryDay;
import org.crossface.pathway.recovery.discharge.ReconcileMedication;
import org.crossface.pathway.surgery.admission.AdmitPatient;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Allergies and medication as lists. */
class ListsTest {

    private static final Allergy PENICILLIN = new Allergy("Penicillin", "hives", AllergySeverity.SEVERE);
    private static final Medicine ASPIRIN = new Medicine("Aspirin", "100 mg once a day", LocalDate.of(2025, 1, 7));
    private static final Medicine THYROXINE = new Medicine("Thyroxine", null, null);

    @Test
    @Tag("SEQ-LIST")
    void aListNamesSomethingOrSaysThatThereIsNothing() {
        allergies(true, List.of(PENICILLIN)).expectException(Refused.by("SEQ-LIST", "allergies"));
        allergies(false, List.of()).expectException(Refused.by("SEQ-LIST", "allergies"));
        allergies(true, List.of()).expectSuccessfulHandlerExecution();
        allergies(false, List.of(PENICILLIN)).expectSuccessfulHandlerExecution();
        medication(true, List.of(ASPIRIN)).expectException(Refused.by("SEQ-LIST", "medicines"));
        medication(false, List.of(ASPIRIN)).expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> allergies(boolean none, List<Allergy> list) {
        return Course.referred()
                .when(
                        Role.PREOP_NURSE,
                        ListAllergies.class,
                        "2024-12-01",
                        Map.of("noneKnown", none, "allergies", list));
    }

    private static ResultValidator<CarePathway> medication(boolean none, List<Medicine> list) {
        return Course.referred()
                .when(
                        Role.PREOP_NURSE,
                        ListMedication.class,
                        "2024-12-01",
                        Map.of("noneTaken", none, "medicines", list));
    }

    @Test
    void aNewerListTakesThePlaceOfAnOlderOneAndACorrectionOfOneEntryReachesTheState() {
        Course course = Course.referred();
        assertThat(course.state().health().allergies()).isNull();
        course.and(AllergiesListed.class, "2024-12-01", Map.of("noneKnown", true, "allergies", List.of()));
        assertThat(course.state().health().allergies()).isEmpty();
        course.and(
                AllergiesListed.class,
                "2024-12-02",
                Map.of("factId", "list", "noneKnown", false, "allergies", List.of(PENICILLIN)));
        assertThat(course.state().health().allergyTo("benzylpenicillin")).contains(PENICILLIN);
        assertThat(course.state().health().allergyTo("cefazolin")).isEmpty();
        course.and(
                RecordCorrected.class,
                "2024-12-03",
                Map.of(
                        "targetFactId",
                        "list",
                        "personalFields",
                        ABSENT,
                        "fields",
                        List.of(new CorrectedField("allergies[0].severity", "ANAPHYLAXIS"))));
        assertThat(course.state().health().allergies())
                .containsExactly(new Allergy("Penicillin", "hives", AllergySeverity.ANAPHYLAXIS));
    }

    @Test
    @Tag("SEQ-MEDICATION")
    void theMedicationThatIsConfirmedAtTheAdmissionIsListed() {
        DayOfSurgery day = DayOfSurgery.stageOne();
        day.refuses("SEQ-MEDICATION", "medicationConfirmed", admission(day, true));
        day.allows(admission(day, null));
        day.with(listed(day, THYROXINE)).allows(admission(day, true));
    }

    private static AdmitPatient admission(DayOfSurgery day, @Nullable Boolean confirmed) {
        return new AdmitPatient("pathway-1", day.at("06:15"), "case-1", 2, true, "Nurse Example", confirmed);
    }

    private static MedicationListed listed(DayOfSurgery day, Medicine... medicines) {
        return new MedicationListed("pathway-1", day.fact(), day.at("05:00"), false, List.of(medicines));
    }

    @Test
    @Tag("SEQ-RECONCILED")
    void thePatientGoesHomeWhenItIsDecidedAboutEachDrug() {
        RecoveryDay day = RecoveryDay.afterStageOne()
                .aldrete("13:00", 2)
                .preparedFor(HOME)
                .escorted()
                .padss("15:10", 2, 2, 1, 2, 2);
        DayOfSurgery surgery = day.day();
        surgery.allows(day.discharge("15:25", HOME));
        surgery.with(listed(surgery, ASPIRIN, THYROXINE));
        surgery.refuses("SEQ-RECONCILED", "", day.discharge("15:25", HOME));
        surgery.refuses("SEQ-RECONCILED", "medicines", reconciled(surgery, decided("Aspirin")));
        surgery.allows(reconciled(surgery, decided("aspirin"), decided("Thyroxine")));
        surgery.with(new MedicationReconciled(
                "pathway-1", surgery.fact(), surgery.at("15:12"), "case-1", List.of(decided("ASPIRIN"))));
        surgery.refuses("SEQ-RECONCILED", "", day.discharge("15:25", HOME));
        surgery.with(new MedicationReconciled(
                "pathway-1", surgery.fact(), surgery.at("15:13"), "case-1", List.of(decided("thyroxine"))));
        surgery.allows(day.discharge("15:25", HOME));
    }

    private static ReconcileMedication reconciled(DayOfSurgery day, ReconciledMedicine... medicines) {
        return new ReconcileMedication("pathway-1", day.at("15:11"), "case-1", List.of(medicines));
    }

    private static ReconciledMedicine decided(String drug) {
        return new ReconciledMedicine(drug, MedicineDecision.CONTINUE, null);
    }
}
