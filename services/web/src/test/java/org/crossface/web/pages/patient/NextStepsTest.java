package org.crossface.web.pages.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.pathway.aftercare.events.DonorFaceAssessed;
import org.crossface.pathway.aftercare.events.DonorSensationAssessed;
import org.crossface.pathway.aftercare.vocabulary.FacialWeakness;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.NextSteps;
import org.crossface.pathway.consent.signature.ObtainConsent;
import org.crossface.pathway.evaluation.EvaluationScheduled;
import org.crossface.pathway.evaluation.PatientGoalsRecorded;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.planning.TreatmentPlanSelected;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.rehabilitation.events.RehabilitationStarted;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.scheduling.events.PreOpClearanceGranted;
import org.crossface.pathway.scheduling.readiness.AssessAnesthesia;
import org.crossface.pathway.scheduling.readiness.GrantClearance;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.crossface.web.pages.patient.Offers.Offer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NextStepsTest {

    private static final LocalDate STAGE_ONE = LocalDate.of(2025, 1, 14);
    private static final List<PathwayEvent> TEXTBOOK =
            TextbookPathway.facts("pathway-1", "P-0101", FaceSide.LEFT, STAGE_ONE, "OR-1");

    private final CommandCatalogue catalogue = CommandCatalogue.read();

    private static List<PathwayEvent> until(Class<? extends PathwayEvent> last) {
        List<PathwayEvent> facts = new ArrayList<>();
        for (PathwayEvent fact : TEXTBOOK) {
            facts.add(fact);
            if (last.isInstance(fact)) {
                return facts;
            }
        }
        throw new IllegalArgumentException("The textbook has no " + last);
    }

    private static List<PathwayEvent> untilLast(Class<? extends PathwayEvent> last) {
        int index = TEXTBOOK.size() - 1;
        while (!last.isInstance(TEXTBOOK.get(index))) {
            index--;
        }
        return TEXTBOOK.subList(0, index + 1);
    }

    private static List<Class<?>> wanted(List<PathwayEvent> recorded) {
        PathwayState state = PathwayState.of(recorded);
        return Timetable.of(state, Policy.defaults()).at(now(recorded).toInstant()).stream()
                .flatMap(due -> NextSteps.towards(due.code(), state, now(recorded), Policy.defaults()).stream())
                .toList();
    }

    /** The moment of the last fact. */
    private static OffsetDateTime now(List<PathwayEvent> recorded) {
        return recorded.getLast().occurredAt();
    }

    private Optional<String> lead(Role role, List<PathwayEvent> recorded) {
        Offers offers = Offers.of(
                PathwayState.of(recorded), catalogue, role, now(recorded), Policy.defaults(), wanted(recorded));
        return Optional.ofNullable(offers.due()).map(Offer::command);
    }

    @Test
    void whatIsDueLeadsForTheRoleThatDoesIt() {
        assertThat(lead(Role.SURGICAL_COORDINATOR, until(PatientReferred.class)))
                .contains("schedule-evaluation");
        assertThat(lead(Role.SURGEON, until(EvaluationScheduled.class))).contains("record-goals");
        assertThat(lead(Role.SURGEON, until(PatientGoalsRecorded.class))).contains("characterise-paralysis");
        assertThat(lead(Role.SURGEON, tested(until(NeurotizationConfirmed.class))))
                .contains("obtain-consent");
        assertThat(lead(Role.SURGICAL_COORDINATOR, tested(until(NeurotizationConfirmed.class))))
                .as("nothing is to be booked without a consent")
                .isEmpty();
        assertThat(lead(Role.SURGICAL_COORDINATOR, tested(untilLast(PreOpClearanceGranted.class))))
                .contains("schedule-surgery");
        assertThat(lead(Role.THERAPIST, until(RehabilitationStarted.class))).contains("report-home-adherence");
    }

    /**
     * The textbook never looks at the healthy side of the face, which is overdue from day 28 on, and never tests the sensation of the leg; both
     * would lead before all that comes later.
     */
    private static List<PathwayEvent> tested(List<PathwayEvent> facts) {
        List<PathwayEvent> all = new ArrayList<>(facts);
        all.add(new DonorSensationAssessed(
                "pathway-1", "sensation", facts.getLast().occurredAt(), 12, false, 0, false, null));
        all.add(new DonorFaceAssessed("pathway-1", "face", facts.getLast().occurredAt(), FacialWeakness.NONE, null));
        return all;
    }

    @Test
    void whatIsLongOverdueLeadsFirst() {
        assertThat(lead(Role.SURGEON, until(NeurotizationConfirmed.class))).contains("assess-donor-face");
    }

    @Test
    void nothingLeadsForWhoeverCanDoNothingThatIsDue() {
        assertThat(lead(Role.BILLING, until(PatientReferred.class))).isEmpty();
    }

    @Test
    void whatLeadsStandsNowhereElse() {
        List<PathwayEvent> recorded = until(PatientReferred.class);
        Offers offers = Offers.of(
                PathwayState.of(recorded),
                catalogue,
                Role.SURGICAL_COORDINATOR,
                now(recorded),
                Policy.defaults(),
                wanted(recorded));
        assertThat(offers.likely())
                .extracting(Offer::command)
                .contains("decline-referral")
                .doesNotContain("schedule-evaluation");
    }

    private static List<List<PathwayEvent>> everyMoment() {
        List<List<PathwayEvent>> moments = new ArrayList<>();
        for (int length = 1; length <= TEXTBOOK.size(); length++) {
            moments.add(TEXTBOOK.subList(0, length));
        }
        return moments;
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("everyMoment")
    void atEveryMomentOfTheTextbookWhatIsDueIsDoneByACommandThatThereIs(List<PathwayEvent> recorded) {
        for (OpenTask due :
                Timetable.of(PathwayState.of(recorded), Policy.defaults()).work()) {
            assertThat(catalogue.ofPathways())
                    .as(due.toString())
                    .anyMatch(spec -> spec.useCase().answers().contains(due.code()));
        }
    }

    /** What locks the booking of an operation leads to the command that unlocks it, and that one to the command before it. */
    @Test
    void aLockedStepLeadsToTheStepThatUnlocksIt() {
        List<PathwayEvent> planned = until(TreatmentPlanSelected.class);
        assertThat(NextSteps.towards("SLOT", PathwayState.of(planned), now(planned), Policy.defaults()))
                .contains(ObtainConsent.class, AssessAnesthesia.class)
                .doesNotContain(ScheduleSurgery.class, GrantClearance.class);
        List<PathwayEvent> cleared = until(PreOpClearanceGranted.class);
        assertThat(NextSteps.towards("SLOT", PathwayState.of(cleared), now(cleared), Policy.defaults()))
                .containsExactly(ScheduleSurgery.class);
    }
}
