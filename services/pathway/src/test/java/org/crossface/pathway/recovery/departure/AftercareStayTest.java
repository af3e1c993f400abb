package org.crossface.pathway.recovery.departure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.Refused;
import org.crossface.pathway.recovery.events.AftercareAdmitted;
import org.crossface.pathway.recovery.events.AftercareDischarged;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A patient leaves the after-care facility once, after the admission to it, and gives the rest of the bed's time back. */
class AftercareStayTest {

    private static final Map<String, Object> CASE = Map.of("caseId", Histories.CASE_ONE);

    private static Course inTheFacility() {
        return Course.of(Histories.stageOneScheduled())
                .and(
                        AftercareBedReserved.class,
                        "2025-01-10",
                        Map.of(
                                "stage",
                                Stage.ONE,
                                "facilityId",
                                "facility-harbor",
                                "from",
                                Course.noon("2025-01-14"),
                                "until",
                                Course.noon("2025-01-20")))
                .and(AnesthesiaInduced.class, "2025-01-14", CASE)
                .and(
                        PatientDischarged.class,
                        "2025-01-14",
                        Map.of(
                                "caseId",
                                Histories.CASE_ONE,
                                "stage",
                                Stage.ONE,
                                "destination",
                                DischargeDestination.AFTERCARE_FACILITY))
                .and(
                        AftercareAdmitted.class,
                        "2025-01-14",
                        Map.of("caseId", Histories.CASE_ONE, "facilityId", "facility-harbor"));
    }

    @Test
    void whoLeavesTheFacilityGivesTheRestOfTheBedBack() {
        Course there = inTheFacility();
        assertThat(there.state().schedule().bedsOf(Stage.ONE)).hasSize(1);
        there.when(Role.AFTERCARE_NURSE, DischargeFromAftercare.class, "2025-01-16", CASE)
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> {
                    assertThat(pathway.state().schedule().bedsOf(Stage.ONE)).isEmpty();
                    assertThat(pathway.state()
                                    .recoveries()
                                    .of(Histories.CASE_ONE)
                                    .last(AftercareDischarged.class)
                                    .orElseThrow()
                                    .facilityId())
                            .isEqualTo("facility-harbor");
                });
    }

    @Test
    void theBedForTheNextOperationStays() {
        inTheFacility()
                .and(
                        AftercareBedReserved.class,
                        "2025-01-15",
                        Map.of(
                                "stage",
                                Stage.ONE,
                                "facilityId",
                                "facility-harbor",
                                "from",
                                Course.noon("2025-03-04"),
                                "until",
                                Course.noon("2025-03-06")))
                .when(Role.AFTERCARE_NURSE, DischargeFromAftercare.class, "2025-01-16", CASE)
                .expectSuccessfulHandlerExecution()
                .expectState(pathway -> assertThat(pathway.state().schedule().bedsOf(Stage.ONE))
                        .extracting(AftercareBedReserved::from)
                        .containsExactly(Course.noon("2025-03-04")));
    }

    @Test
    @Tag("SEQ-AFTERCARE")
    void nobodyLeavesAFacilityTwiceOrWithoutHavingCome() {
        inTheFacility()
                .and(
                        AftercareDischarged.class,
                        "2025-01-16",
                        Map.of("caseId", Histories.CASE_ONE, "facilityId", "facility-harbor"))
                .when(Role.AFTERCARE_NURSE, DischargeFromAftercare.class, "2025-01-17", CASE)
                .expectException(Refused.by("SEQ-AFTERCARE"));
        Course.of(Histories.stageOneScheduled())
                .when(Role.AFTERCARE_NURSE, DischargeFromAftercare.class, "2025-01-17", CASE)
                .expectException(Refused.by("SEQ-AFTERCARE"));
    }

    @Test
    @Tag("SEQ-AFTERCARE")
    void nobodyLeavesAFacilityBeforeTheAdmission() {
        inTheFacility()
                .when(Role.AFTERCARE_NURSE, DischargeFromAftercare.class, "2025-01-13", CASE)
                .expectException(Refused.by("SEQ-AFTERCARE", "occurredAt"));
    }
}
