package org.crossface.pathway.oversight.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.crossface.pathway.Course;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.consent.ConsentExpired;
import org.crossface.pathway.evaluation.EvaluationScheduled;
import org.crossface.pathway.intake.ReferralExpired;
import org.crossface.pathway.neurotization.NeurotizationWindowLapsed;
import org.crossface.pathway.oversight.ContradictionEnded;
import org.crossface.pathway.oversight.FactContradicted;
import org.crossface.pathway.oversight.HoldReason;
import org.crossface.pathway.oversight.LostToFollowUpDeclared;
import org.crossface.pathway.oversight.PathwayPutOnHold;
import org.crossface.pathway.oversight.PatientReturned;
import org.crossface.pathway.oversight.TaskEscalated;
import org.crossface.pathway.oversight.TaskOverdue;
import org.crossface.pathway.scheduling.events.AftercareBedReleased;
import org.crossface.pathway.scheduling.events.EscortWithdrawn;
import org.crossface.pathway.scheduling.events.PreOpClearanceExpired;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.vocabulary.ScheduleChangeReason;
import org.crossface.pathway.story.PathwayInMemory;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes about by itself when nobody does anything, at the instant at which it does, whenever it is found. */
class ConsequencesTest {

    /** What is recorded when the deadline is looked at on this day for the first time, without what is late. */
    private static List<PathwayEvent> found(Course course, String day) {
        PathwayInMemory pathway = new PathwayInMemory(Histories.PATHWAY, "P-0101", "OR-2").given(course.facts());
        assertThat(pathway.give("follow-up", Role.SYSTEM, new RecordLateness(Histories.PATHWAY, Course.noon(day))))
                .isEmpty();
        return pathway.facts().subList(course.facts().size(), pathway.facts().size()).stream()
                .filter(fact -> !(fact instanceof TaskOverdue) && !(fact instanceof TaskEscalated))
                .toList();
    }

    private static OffsetDateTime startOf(String day) {
        return LocalDate.parse(day).atStartOfDay(PathwayFixture.ZONE).toOffsetDateTime();
    }

    @Test
    @Tag("T-02")
    void aReferralExpiresNinetyDaysAfterItWasWritten() {
        Course twice = Course.of(Histories.referred())
                .and(ContactAttempted.class, "2024-12-02")
                .and(ContactAttempted.class, "2024-12-20");
        assertThat(found(twice, "2025-02-02")).isEmpty();
        assertThat(found(twice, "2025-03-01")).singleElement().satisfies(fact -> {
            assertThat(fact).isInstanceOf(ReferralExpired.class);
            assertThat(fact.occurredAt()).isEqualTo(startOf("2025-02-03"));
        });
    }

    @Test
    @Tag("T-02")
    void aReferralOfWhichThePatientWasNotNotifiedTwiceWaitsForTheSecondNotice() {
        Course once = Course.of(Histories.referred()).and(ContactAttempted.class, "2024-12-02");
        assertThat(found(once, "2025-03-01")).isEmpty();
        assertThat(found(once.and(ContactAttempted.class, "2025-02-20"), "2025-03-01"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.occurredAt()).isEqualTo(Course.noon("2025-02-20")));
    }

    @Test
    @Tag("T-02")
    void aReferralWhoseEvaluationIsBookedDoesNotExpire() {
        Course booked = Course.of(Histories.referred())
                .and(ContactAttempted.class, "2024-12-02")
                .and(ContactAttempted.class, "2024-12-20")
                .and(EvaluationScheduled.class, "2025-02-01", Map.of("visitAt", Course.noon("2025-04-01")));
        assertThat(found(booked, "2025-03-01")).isEmpty();
    }

    @Test
    @Tag("T-06")
    @Tag("T-08")
    void aClearanceExpiresWithThePathwayOnHoldAndAConsentAfterIt() {
        Course booked = Course.of(Histories.stageOneScheduled());
        List<PathwayEvent> found = found(booked, "2025-06-01");
        assertThat(found)
                .extracting(fact -> (Object) fact.getClass())
                .containsExactly(PreOpClearanceExpired.class, PathwayPutOnHold.class, ConsentExpired.class);
        assertThat(found)
                .extracting(PathwayEvent::occurredAt)
                .containsExactly(startOf("2025-01-20"), startOf("2025-01-20"), startOf("2025-03-18"));
        assertThat(((PathwayPutOnHold) found.get(1)).reason()).isEqualTo(HoldReason.CLEARANCE_EXPIRED);
        assertThat(((PathwayPutOnHold) found.get(1)).phaseBefore()).isEqualTo(Phase.STAGE1_PLANNED);
    }

    @Test
    @Tag("T-08")
    void withoutABookedOperationAClearanceExpiresAndThePathwayGoesOn() {
        assertThat(found(Course.of(Histories.readyForStageOne()), "2025-02-01"))
                .extracting(fact -> (Object) fact.getClass())
                .containsExactly(PreOpClearanceExpired.class);
    }

    @Test
    @Tag("T-25")
    void theWindowLapsesOnItsLastDay() {
        assertThat(found(Course.stageOneDone(), "2026-06-01"))
                .filteredOn(NeurotizationWindowLapsed.class::isInstance)
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.occurredAt()).isEqualTo(startOf("2026-01-14"));
                    assertThat(((NeurotizationWindowLapsed) fact).monthsSinceStageOne())
                            .isEqualTo(12);
                });
    }

    /** SC-11: nobody decides about a nerve whose patient is lost; the window has lapsed when the patient is back. */
    @Test
    @Tag("T-25")
    void theWindowOfALostPatientLapsesWithTheReturn() {
        Course lost = Course.stageOneDone()
                .and(LostToFollowUpDeclared.class, "2025-08-01", Map.of("phaseBefore", Phase.NEUROTIZING));
        assertThat(found(lost, "2026-06-01"))
                .filteredOn(NeurotizationWindowLapsed.class::isInstance)
                .isEmpty();
        assertThat(found(lost.and(PatientReturned.class, "2026-03-10"), "2026-06-01"))
                .filteredOn(NeurotizationWindowLapsed.class::isInstance)
                .singleElement()
                .satisfies(fact -> assertThat(fact.occurredAt()).isEqualTo(Course.noon("2026-03-10")));
    }

    /** the slot is kept five business days, here from a Wednesday to the Wednesday after it. */
    @Test
    void theSlotOfAContradictedOperationIsReleasedAfterFiveBusinessDays() {
        Course contradicted = Course.of(Histories.stageTwoScheduled())
                .and(
                        FactContradicted.class,
                        "2025-10-01",
                        Map.of("caseId", Histories.CASE_TWO, "invariantId", "INV-20"));
        assertThat(found(contradicted, "2025-10-08"))
                .filteredOn(SurgeryCancelled.class::isInstance)
                .isEmpty();
        List<PathwayEvent> found = found(contradicted, "2025-10-09");
        assertThat(found)
                .filteredOn(fact -> !(fact instanceof PreOpClearanceExpired))
                .filteredOn(fact -> !(fact instanceof ConsentExpired))
                .extracting(fact -> (Object) fact.getClass())
                .contains(
                        SurgeryCancelled.class,
                        EscortWithdrawn.class,
                        AftercareBedReleased.class,
                        ContradictionEnded.class);
        assertThat(found)
                .filteredOn(SurgeryCancelled.class::isInstance)
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.occurredAt()).isEqualTo(startOf("2025-10-09"));
                    assertThat(((SurgeryCancelled) fact).reason()).isEqualTo(ScheduleChangeReason.HELD_TOO_LONG);
                });
    }
}
