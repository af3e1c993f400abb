package org.crossface.pathway.adjunct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Samples.Absent.ABSENT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Course;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Refused;
import org.crossface.pathway.adjunct.procedure.RecordAdjunct;
import org.crossface.pathway.adjunct.procedure.RemoveAdjunct;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.planning.TreatmentPlanRevised;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Procedures beside the plan. */
class AdjunctTest {

    private static final Map<String, Object> WEIGHT = Map.of(
            "plannedId",
            ABSENT,
            "kind",
            AdjunctKind.EYELID_WEIGHT,
            "side",
            FaceSide.LEFT,
            "product",
            "Platinum chain 1.2 g",
            "lot",
            "LOT-7",
            "magneticResonance",
            MagneticResonance.CONDITIONAL,
            "surgeonId",
            PathwayFixture.as(Role.SURGEON).get(Metadata.ACTOR));

    private static Map<String, Object> weightWith(String component, Object value) {
        Map<String, Object> entry = new HashMap<>(WEIGHT);
        entry.put(component, value);
        return entry;
    }

    private static ResultValidator<CarePathway> record(Course course, Map<String, Object> entry) {
        return course.when(RecordAdjunct.class, "2026-02-10", entry);
    }

    @Test
    @Tag("SEQ-IMPLANT")
    void anImplantIsIdentified() {
        record(Course.referred(), WEIGHT).expectSuccessfulHandlerExecution();
        record(Course.referred(), weightWith("product", ABSENT)).expectException(Refused.by("SEQ-IMPLANT", "product"));
        record(Course.referred(), weightWith("lot", ABSENT)).expectException(Refused.by("SEQ-IMPLANT", "lot"));
        record(Course.referred(), weightWith("magneticResonance", ABSENT))
                .expectException(Refused.by("SEQ-IMPLANT", "magneticResonance"));
    }

    @Test
    @Tag("SEQ-IMPLANT")
    void aToxinHasProductLotAndUnitsAndATarsorrhaphyNeedsNone() {
        Map<String, Object> toxin = new HashMap<>(weightWith("kind", AdjunctKind.BOTULINUM_TOXIN));
        toxin.put("magneticResonance", ABSENT);
        toxin.put("amount", ABSENT);
        record(Course.referred(), toxin).expectException(Refused.by("SEQ-IMPLANT", "amount"));
        toxin.put("amount", "25 units");
        record(Course.referred(), toxin).expectSuccessfulHandlerExecution();
        Map<String, Object> lid = new HashMap<>(weightWith("kind", AdjunctKind.TARSORRHAPHY));
        List.of("magneticResonance", "amount", "product", "lot").forEach(each -> lid.put(each, ABSENT));
        record(Course.referred(), lid).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("REF-ADJUNCT")
    void whatIsCarriedOutAsPlannedIsPlannedWithItsKindAndSide() {
        Course planned = Course.referred()
                .and(
                        AdjunctPlanned.class,
                        "2026-02-01",
                        Map.of("factId", "plan", "kind", AdjunctKind.EYELID_WEIGHT, "side", FaceSide.LEFT));
        record(planned, weightWith("plannedId", "other")).expectException(Refused.by("REF-ADJUNCT", "plannedId"));
        Map<String, Object> right = weightWith("plannedId", "plan");
        right.put("side", FaceSide.RIGHT);
        record(planned, right).expectException(Refused.by("REF-ADJUNCT", "plannedId"));
        record(planned, weightWith("plannedId", "plan")).expectSuccessfulHandlerExecution();
        assertThat(planned.state().adjuncts().open()).hasSize(1);
        planned.and(AdjunctPerformed.class, "2026-02-10", weightWith("plannedId", "plan"));
        assertThat(planned.state().adjuncts().open()).isEmpty();
    }

    @Test
    @Tag("REF-SIGNATURE")
    void aSurgeonRecordsOnlyInHisOrHerOwnName() {
        record(Course.referred(), weightWith("surgeonId", "surgeon-lind"))
                .expectException(Refused.by("REF-SIGNATURE", "surgeonId"));
    }

    @Test
    @Tag("REF-ADJUNCT")
    void anImplantCountsUntilItIsTakenOut() {
        Course course = Course.referred();
        remove(course, "weight").expectException(Refused.by("REF-ADJUNCT", ""));
        Map<String, Object> performed = weightWith("factId", "weight");
        course.and(AdjunctPerformed.class, "2026-02-10", performed);
        assertThat(course.state().adjuncts().implanted()).hasSize(1);
        remove(course, "other").expectException(Refused.by("REF-ADJUNCT", "adjunctId"));
        remove(course, "weight").expectSuccessfulHandlerExecution();
        course.and(AdjunctRemoved.class, "2026-06-01", Map.of("adjunctId", "weight"));
        assertThat(course.state().adjuncts().implanted()).isEmpty();
    }

    private static ResultValidator<CarePathway> remove(Course course, String adjunctId) {
        return course.when(RemoveAdjunct.class, "2026-06-01", Map.of("adjunctId", adjunctId));
    }

    @Test
    void anAdjunctClosesNoPathwayAndAnAlternativePlanDoes() {
        Course course = Course.stageOneDone();
        Phase before = course.state().phase();
        course.and(AdjunctPlanned.class, "2025-02-01").and(AdjunctPerformed.class, "2025-02-10", WEIGHT);
        assertThat(course.state().phase()).isEqualTo(before);
        course.and(TreatmentPlanRevised.class, "2025-03-01", Map.of("option", TreatmentOption.EYE_PROCEDURES));
        assertThat(course.state().phase()).isEqualTo(Phase.CLOSED_ALTERNATIVE_TREATMENT);
        record(course, WEIGHT).expectSuccessfulHandlerExecution();
    }
}
