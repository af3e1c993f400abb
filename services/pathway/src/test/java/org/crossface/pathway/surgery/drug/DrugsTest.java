package org.crossface.pathway.surgery.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.Samples;
import org.crossface.pathway.health.AllergiesListed;
import org.crossface.pathway.health.Allergy;
import org.crossface.pathway.health.AllergySeverity;
import org.crossface.pathway.health.ThrombosisRiskAssessed;
import org.crossface.pathway.oversight.RuleOverridden;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.AntibioticDoses;
import org.crossface.pathway.surgery.checklist.MakeIncision;
import org.crossface.pathway.surgery.events.DrugGiven;
import org.crossface.pathway.surgery.events.SafetyTimeOutCompleted;
import org.crossface.pathway.surgery.graft.CompleteStageOne;
import org.crossface.pathway.surgery.vocabulary.Antibiotic;
import org.crossface.pathway.surgery.vocabulary.DrugPurpose;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Antibiotics by drug and their repetition, drugs against thrombosis, allergies. */
class DrugsTest {

    private static DayOfSurgery timedOut(@Nullable Antibiotic antibiotic, String time) {
        DayOfSurgery day =
                DayOfSurgery.stageOne().consentVerified().admitted().marked().signedIn();
        day.fasted(null, null, null).induced();
        return day.with(Samples.of(
                SafetyTimeOutCompleted.class,
                Map.of(
                        "factId",
                        day.fact(),
                        "occurredAt",
                        day.at("07:55"),
                        "caseId",
                        "case-1",
                        "antibiotic",
                        antibiotic == null ? ABSENT : antibiotic,
                        "antibioticAt",
                        day.at(time))));
    }

    private static MakeIncision incision(DayOfSurgery day) {
        return new MakeIncision("pathway-1", day.at("08:00"), "case-1", null);
    }

    @Test
    @Tag("INV-65")
    void theWindowBeforeTheIncisionIsThatOfTheDrug() {
        DayOfSurgery sixty = timedOut(Antibiotic.CEFAZOLIN, "07:00");
        sixty.allows(incision(sixty));
        DayOfSurgery sixtyOne = timedOut(Antibiotic.CEFAZOLIN, "06:59");
        sixtyOne.refuses("INV-65", "antibioticDeviation", incision(sixtyOne));
        DayOfSurgery unnamed = timedOut(null, "06:59");
        unnamed.refuses("INV-65", "antibioticDeviation", incision(unnamed));
        for (Antibiotic slow : List.of(Antibiotic.VANCOMYCIN, Antibiotic.CIPROFLOXACIN, Antibiotic.LEVOFLOXACIN)) {
            DayOfSurgery twoHours = timedOut(slow, "06:00");
            twoHours.allows(incision(twoHours));
            DayOfSurgery more = timedOut(slow, "05:59");
            more.refuses("INV-65", "antibioticDeviation", incision(more));
        }
    }

    private static AntibioticDoses given(Antibiotic drug, String... times) {
        DayOfSurgery day = timedOut(drug, times[0]);
        for (int i = 1; i < times.length; i++) {
            day.with(new DrugGiven(
                    "pathway-1",
                    day.fact(),
                    day.at(times[i]),
                    "case-1",
                    DrugPurpose.ANTIBIOTIC,
                    drug,
                    null,
                    "2 g",
                    null));
        }
        return PathwayState.of(day.facts()).operations().of("case-1").antibiotics();
    }

    private static OffsetDateTime at(String time) {
        return DayOfSurgery.stageOne().at(time);
    }

    @Test
    void cefazolinIsGivenAgainAfterFourHours() {
        Policy policy = Policy.defaults();
        assertThat(given(Antibiotic.CEFAZOLIN, "07:30").missedBefore(at("11:30"), policy))
                .isEmpty();
        assertThat(given(Antibiotic.CEFAZOLIN, "07:30").missedBefore(at("11:31"), policy))
                .contains(at("11:30"));
        assertThat(given(Antibiotic.CEFAZOLIN, "07:30", "11:30").missedBefore(at("15:30"), policy))
                .isEmpty();
        assertThat(given(Antibiotic.CEFAZOLIN, "07:30", "11:45").missedBefore(at("13:00"), policy))
                .contains(at("11:30"));
        assertThat(given(Antibiotic.VANCOMYCIN, "07:30").missedBefore(at("19:00"), policy))
                .isEmpty();
        assertThat(given(Antibiotic.CEFAZOLIN, "07:30", "11:30").nextAt(policy)).contains(at("15:30"));
    }

    @Test
    @Tag("INV-65")
    void anOperationWithoutTheFurtherDoseIsNotCompleted() {
        DayOfSurgery day = timedOut(Antibiotic.CEFAZOLIN, "07:10");
        day.incised().harvested().coapted().banked();
        CompleteStageOne completion = new CompleteStageOne("pathway-1", day.at("11:38"), "case-1", 14.5, 50, "note-1");
        day.refuses("INV-65", "", completion);
        day.with(new DrugGiven(
                        "pathway-1",
                        day.fact(),
                        day.at("11:05"),
                        "case-1",
                        DrugPurpose.ANTIBIOTIC,
                        Antibiotic.CEFAZOLIN,
                        null,
                        "2 g",
                        null))
                .allows(completion);
    }

    private static GiveDrug drug(
            DayOfSurgery day,
            DrugPurpose purpose,
            @Nullable Antibiotic antibiotic,
            @Nullable String drug,
            @Nullable LocalDate until) {
        return new GiveDrug("pathway-1", day.at("11:00"), "case-1", purpose, antibiotic, drug, "a dose", until);
    }

    @Test
    @Tag("SEQ-DRUG")
    void aDrugIsNamedAndOneForTheJoinedVesselsHasItsLastDay() {
        DayOfSurgery day = DayOfSurgery.stageOne().admitted();
        LocalDate today = day.at("11:00").toLocalDate();
        day.refuses("SEQ-DRUG", "antibiotic", drug(day, DrugPurpose.ANTIBIOTIC, null, "heparin", null));
        day.allows(drug(day, DrugPurpose.ANTIBIOTIC, Antibiotic.CEFAZOLIN, null, null));
        day.refuses("SEQ-DRUG", "drug", drug(day, DrugPurpose.THROMBOSIS_PROPHYLAXIS, null, null, null));
        day.allows(drug(day, DrugPurpose.THROMBOSIS_PROPHYLAXIS, null, "enoxaparin", null));
        day.refuses("SEQ-DRUG", "until", drug(day, DrugPurpose.ANASTOMOSIS, null, "aspirin", null));
        day.refuses("SEQ-DRUG", "until", drug(day, DrugPurpose.ANASTOMOSIS, null, "aspirin", today.minusDays(1)));
        day.allows(drug(day, DrugPurpose.ANASTOMOSIS, null, "aspirin", today.plusDays(14)));
    }

    @Test
    @Tag("SEQ-ALLERGY")
    void aKnownAllergyStopsTheDrugUnlessSomebodyDecides() {
        DayOfSurgery day = DayOfSurgery.stageOne().admitted();
        day.with(new AllergiesListed(
                "pathway-1",
                day.fact(),
                day.at("06:20"),
                false,
                List.of(new Allergy("Penicillin", "hives", AllergySeverity.SEVERE))));
        GiveDrug penicillin = drug(day, DrugPurpose.ANTIBIOTIC, Antibiotic.AMPICILLIN_SULBACTAM, null, null);
        day.refuses("SEQ-ALLERGY", "antibiotic", penicillin);
        day.allows(drug(day, DrugPurpose.ANTIBIOTIC, Antibiotic.CLINDAMYCIN, null, null));
        day.refuses("SEQ-ALLERGY", "drug", drug(day, DrugPurpose.THROMBOSIS_PROPHYLAXIS, null, "penicillin", null));
        day.with(new RuleOverridden(
                        "pathway-1",
                        day.fact(),
                        day.at("10:59"),
                        "SEQ-ALLERGY",
                        "GiveDrug",
                        "Tolerated last year under observation",
                        "anesthesiologist-1"))
                .allows(penicillin);
    }

    @Test
    @Tag("SEQ-THROMBOSIS")
    void aContraindicationStopsTheDrugUnlessTheRiskIsAssessedAgain() {
        DayOfSurgery day = DayOfSurgery.stageOne().admitted();
        GiveDrug heparin = drug(day, DrugPurpose.THROMBOSIS_PROPHYLAXIS, null, "enoxaparin", null);
        day.with(risk(day, null, "bleeding disorder")).refuses("SEQ-THROMBOSIS", "drug", heparin);
        day.with(risk(day, "enoxaparin 40 mg", null)).allows(heparin);
    }

    private static ThrombosisRiskAssessed risk(DayOfSurgery day, @Nullable String drug, @Nullable String against) {
        return new ThrombosisRiskAssessed("pathway-1", day.fact(), day.at("06:30"), Stage.ONE, 5, true, drug, against);
    }
}
