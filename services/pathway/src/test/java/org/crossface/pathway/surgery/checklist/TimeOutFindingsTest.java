package org.crossface.pathway.surgery.checklist;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.health.AllergiesListed;
import org.crossface.pathway.health.Allergy;
import org.crossface.pathway.health.AllergySeverity;
import org.crossface.pathway.surgery.vocabulary.Antibiotic;
import org.crossface.pathway.surgery.vocabulary.EquipmentKind;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the time-out names: the antibiotic with its dose, and what is missing. */
class TimeOutFindingsTest {

    private static DayOfSurgery ready() {
        DayOfSurgery day =
                DayOfSurgery.stageOne().consentVerified().admitted().marked().signedIn();
        return day.fasted(null, null, null).induced();
    }

    private static CompleteTimeOut timeOut(
            DayOfSurgery day,
            @Nullable OffsetDateTime at,
            @Nullable String dose,
            List<EquipmentKind> missing,
            @Nullable String exceptions) {
        return new CompleteTimeOut(
                "pathway-1",
                day.at("07:55"),
                "case-1",
                FaceSide.LEFT,
                FaceSide.RIGHT,
                BodySide.RIGHT,
                null,
                true,
                true,
                true,
                at,
                true,
                true,
                240,
                200,
                true,
                2,
                List.of(Role.SURGEON, Role.ANESTHESIOLOGIST, Role.OR_NURSE),
                exceptions,
                Antibiotic.CEFAZOLIN,
                dose,
                missing);
    }

    @Test
    @Tag("SEQ-DRUG")
    void anAntibioticThatIsNamedHasDoseAndTime() {
        DayOfSurgery day = ready();
        day.refuses("SEQ-DRUG", "antibioticDose", timeOut(day, day.at("07:30"), null, List.of(), null));
        day.refuses("SEQ-DRUG", "antibioticAt", timeOut(day, null, "2 g", List.of(), null));
        day.allows(timeOut(day, day.at("07:30"), "2 g", List.of(), null));
    }

    @Test
    @Tag("SEQ-CHECKLIST")
    void whatIsMissingIsExplained() {
        DayOfSurgery day = ready();
        List<EquipmentKind> missing = List.of(EquipmentKind.NERVE_STIMULATOR);
        day.refuses("SEQ-CHECKLIST", "exceptions", timeOut(day, day.at("07:30"), "2 g", missing, null));
        day.allows(timeOut(day, day.at("07:30"), "2 g", missing, "The stimulator comes from room 3"));
    }

    @Test
    @Tag("SEQ-ALLERGY")
    void anAllergyToTheAntibioticStopsTheTimeOut() {
        DayOfSurgery day = ready();
        day.with(new AllergiesListed(
                        "pathway-1",
                        day.fact(),
                        day.at("06:20"),
                        false,
                        List.of(new Allergy("cephalosporins", null, AllergySeverity.ANAPHYLAXIS))))
                .refuses("SEQ-ALLERGY", "antibiotic", timeOut(day, day.at("07:30"), "2 g", List.of(), null));
    }
}
