package org.crossface.pathway.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.Refused;
import org.crossface.pathway.oversight.PathwayPutOnHold;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.scheduling.confirmation.CompletePreOpCall;
import org.crossface.pathway.scheduling.confirmation.ReconfirmEscort;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.scheduling.events.EscortNamed;
import org.crossface.pathway.scheduling.events.EscortReconfirmed;
import org.crossface.pathway.scheduling.events.EscortWithdrawn;
import org.crossface.pathway.scheduling.events.PreOpCallCompleted;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.events.SurgeryRescheduled;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.scheduling.vocabulary.PreOpCallOutcome;
import org.crossface.pathway.surgery.events.PatientAdmitted;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Patient and escort are asked once more whether they come: the call before the operation (T-09), the escort's word (T-10). */
class DayBeforeTimersTest {

    private static final OffsetDateTime START = Histories.stageOneScheduled().stream()
            .filter(SurgeryScheduled.class::isInstance)
            .map(booked -> ((SurgeryScheduled) booked).startsAt())
            .findFirst()
            .orElseThrow();
    private static final LocalDate DAY = START.toLocalDate();

    private static Course booked() {
        return Course.of(Histories.stageOneScheduled());
    }

    private static List<OpenTask> tasks(Course course, String code) {
        return HealingTimersTest.tasks(course.state(), code);
    }

    private static OpenTask only(Course course, String code) {
        assertThat(tasks(course, code)).as(code).hasSize(1);
        return tasks(course, code).getFirst();
    }

    private static Instant hour(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(START.getOffset()).toInstant();
    }

    private static Course called(Course course, int daysBefore, PreOpCallOutcome outcome) {
        return course.and(
                PreOpCallCompleted.class,
                DAY.minusDays(daysBefore).toString(),
                Map.of("stage", Stage.ONE, "outcome", outcome, "factId", "call"));
    }

    private static Course reconfirmed(Course course, int daysBefore) {
        return course.and(EscortReconfirmed.class, DAY.minusDays(daysBefore).toString(), Map.of("stage", Stage.ONE));
    }

    private static Course moved(Course course, OffsetDateTime startsAt) {
        return course.and(
                SurgeryRescheduled.class,
                DAY.minusDays(1).toString(),
                Map.of("caseId", Histories.CASE_ONE, "stage", Stage.ONE, "startsAt", startsAt));
    }

    @Test
    void t09OpensFiveDaysBeforeAndIsOverdueAtThreeOnTheDayBefore() {
        OpenTask call = only(booked(), "T-09");
        assertThat(HealingTimersTest.opens(call)).isEqualTo(DAY.minusDays(5));
        assertThat(HealingTimersTest.due(call)).isEqualTo(DAY.minusDays(1));
        assertThat(Objects.requireNonNull(call.overdue()).at()).isEqualTo(hour(DAY.minusDays(1), 15));
        assertThat(call.steps()).extracting(OpenTask.Told::role).containsExactly(Role.SURGICAL_COORDINATOR);
    }

    @Test
    void t09EndsWithACallOfTheseDaysInWhichThePatientWillCome() {
        assertThat(tasks(called(booked(), 6, PreOpCallOutcome.WILL_COME), "T-09"))
                .hasSize(1);
        assertThat(tasks(called(booked(), 5, PreOpCallOutcome.WILL_COME), "T-09"))
                .isEmpty();
        assertThat(tasks(called(booked(), 2, PreOpCallOutcome.NOT_REACHED), "T-09"))
                .hasSize(1);
        Course retracted = called(booked(), 2, PreOpCallOutcome.WILL_COME)
                .and(RecordRetracted.class, DAY.minusDays(1).toString(), Map.of("targetFactId", "call"));
        assertThat(tasks(retracted, "T-09")).hasSize(1);
    }

    @Test
    void t09TellsTheCoordinatorsAtOnceOfAPatientWhoMayNotCome() {
        OpenTask call = only(called(booked(), 3, PreOpCallOutcome.MAY_NOT_COME), "T-09");
        Instant said = hour(DAY.minusDays(3), 12);
        assertThat(call.steps())
                .anySatisfy(told -> assertThat(told.at()).isEqualTo(said))
                .allSatisfy(told -> assertThat(told.role()).isEqualTo(Role.SURGICAL_COORDINATOR));
        assertThat(call.at(said)).contains(new OpenTask.Standing(Status.ESCALATED, 1));
        assertThat(call.at(said.minusSeconds(1))).isNotEqualTo(call.at(said));
        Course better = called(called(booked(), 3, PreOpCallOutcome.MAY_NOT_COME), 2, PreOpCallOutcome.WILL_COME);
        assertThat(tasks(better, "T-09")).isEmpty();
    }

    @Test
    void anotherTimeIsAskedForAnewAndAnotherRoomIsNot() {
        Course asked = reconfirmed(called(booked(), 2, PreOpCallOutcome.WILL_COME), 2);
        assertThat(tasks(asked, "T-09")).isEmpty();
        assertThat(tasks(asked, "T-10")).isEmpty();
        assertThat(tasks(moved(asked, START), "T-09")).isEmpty();
        Course later = moved(asked, START.plusDays(1));
        assertThat(HealingTimersTest.due(only(later, "T-09"))).isEqualTo(DAY);
        assertThat(HealingTimersTest.due(only(later, "T-10"))).isEqualTo(DAY);
    }

    @Test
    void bothEndWithTheAdmissionAndTheCancellationAndRestWhileThePathwayIsOnHold() {
        for (String code : List.of("T-09", "T-10")) {
            assertThat(tasks(booked(), code)).hasSize(1);
            assertThat(tasks(
                            booked().and(PatientAdmitted.class, DAY.toString(), Map.of("caseId", Histories.CASE_ONE)),
                            code))
                    .isEmpty();
            assertThat(tasks(
                            booked().and(
                                            SurgeryCancelled.class,
                                            DAY.minusDays(1).toString(),
                                            Map.of("caseId", Histories.CASE_ONE, "stage", Stage.ONE)),
                            code))
                    .isEmpty();
            assertThat(tasks(
                            booked().and(
                                            PathwayPutOnHold.class,
                                            DAY.minusDays(1).toString()),
                            code))
                    .isEmpty();
        }
    }

    @Test
    void t10IsOverdueAtSixOnTheDayOfTheOperation() {
        OpenTask escort = only(booked(), "T-10");
        assertThat(HealingTimersTest.due(escort)).isEqualTo(DAY.minusDays(1));
        assertThat(Objects.requireNonNull(escort.overdue()).at())
                .as("it concerns staff, so no hours of contact move it (A-23)")
                .isEqualTo(hour(DAY, 6));
        assertThat(tasks(reconfirmed(booked(), 4), "T-10")).hasSize(1);
        assertThat(tasks(reconfirmed(booked(), 3), "T-10")).isEmpty();
    }

    @Test
    void t10AsksForAnotherEscortAnew() {
        String day = DAY.minusDays(1).toString();
        Course other = reconfirmed(booked(), 2).and(EscortNamed.class, day, Map.of("stage", Stage.ONE));
        assertThat(tasks(other, "T-10")).hasSize(1);
        assertThat(tasks(reconfirmed(booked(), 2).and(EscortWithdrawn.class, day, Map.of("stage", Stage.ONE)), "T-10"))
                .as("nobody takes the patient home")
                .hasSize(1);
    }

    @Test
    void t10AsksNobodyWhereABedInTheAfterCareStandsForTheEscort() {
        String day = DAY.minusDays(4).toString();
        Course bed = booked().and(AftercareBedReserved.class, day, Map.of("stage", Stage.ONE));
        assertThat(tasks(bed, "T-10")).as("an escort is named too").hasSize(1);
        assertThat(tasks(bed.and(EscortWithdrawn.class, day, Map.of("stage", Stage.ONE)), "T-10"))
                .isEmpty();
    }

    @Test
    @Tag("SEQ-BOOKED")
    void patientAndEscortAreAskedAboutABookedOperation() {
        Course ready = Course.of(Histories.readyForStageOne());
        String day = DAY.minusDays(2).toString();
        for (var command : List.of(CompletePreOpCall.class, ReconfirmEscort.class)) {
            ready.when(Role.PREOP_NURSE, command, day, Map.of("stage", Stage.ONE))
                    .expectException(Refused.by("SEQ-BOOKED", "stage"));
            booked().when(Role.PREOP_NURSE, command, day, Map.of("stage", Stage.ONE))
                    .expectSuccessfulHandlerExecution();
        }
    }

    @Test
    @Tag("SEQ-RECONFIRM")
    void onlyANamedEscortReconfirms() {
        String day = DAY.minusDays(2).toString();
        booked().and(EscortWithdrawn.class, day, Map.of("stage", Stage.ONE))
                .when(Role.SURGICAL_COORDINATOR, ReconfirmEscort.class, day, Map.of("stage", Stage.ONE))
                .expectException(Refused.by("SEQ-RECONFIRM", "stage"));
    }
}
