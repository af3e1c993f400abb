package org.crossface.coordination.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.pathway.followup.Moment;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.oversight.ConcernKind;
import org.crossface.pathway.oversight.ConcernRaised;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.recovery.events.HospitalDischarged;
import org.crossface.pathway.recovery.events.LeftAgainstMedicalAdvice;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.events.UnplannedTransferOccurred;
import org.crossface.pathway.recovery.vocabulary.FailureReason;
import org.crossface.pathway.recovery.vocabulary.TransferMode;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.events.IncisionMade;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.vocabulary.DiscontinuedPhase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.Test;

/** What is due after an operation that did not end with a discharge home (SC-06). */
class ExceptionDuesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 14);
    private static final List<PathwayEvent> TEXTBOOK =
            TextbookPathway.facts("pathway-1", "P-0101", FaceSide.LEFT, DAY, "OR-1");

    private final List<PathwayEvent> facts = new ArrayList<>();

    @Test
    void theWardIsContactedUntilTheHospitalDischargesAndTheCallCountsFromThere() {
        before(PatientDischarged.class);
        facts.add(new UnplannedTransferOccurred(
                "pathway-1",
                "transfer",
                at(0, 19),
                caseId(),
                Stage.ONE,
                "County Hospital",
                List.of(FailureReason.RESPIRATORY),
                TransferMode.AMBULANCE,
                null,
                null,
                765));
        assertThat(due("WARD")).contains(DAY.plusDays(1));
        assertThat(due("T-17")).isEmpty();
        facts.add(new HospitalDischarged("pathway-1", "home", at(2, 12), caseId(), false));
        assertThat(due("WARD")).isEmpty();
        assertThat(due("T-17")).contains(DAY.plusDays(3));
    }

    @Test
    void whoLeavesAgainstAdviceIsCalledOnTheSameEvening() {
        before(PatientDischarged.class);
        facts.add(new LeftAgainstMedicalAdvice(
                "pathway-1", "left", at(0, 14), caseId(), Stage.ONE, true, null, true, 470));
        assertThat(due("T-17")).contains(DAY);
    }

    @Test
    void aProcedureThatWasStoppedAfterTheIncisionIsFollowedUp() {
        before(IncisionMade.class);
        facts.add(TEXTBOOK.get(facts.size()));
        assertThat(due("T-18")).isEmpty();
        facts.add(new ProcedureDiscontinued(
                "pathway-1",
                "stopped",
                at(0, 9),
                caseId(),
                Stage.ONE,
                DiscontinuedPhase.AFTER_ANESTHESIA,
                true,
                "Airway impossible"));
        assertThat(due("T-18")).contains(DAY.plusDays(7));
        assertThat(due("T-19")).isPresent();
    }

    @Test
    void aConcernIsDueAtOnceAndStaysOnTheBoard() {
        before(PatientDischarged.class);
        facts.add(new ConcernRaised(
                "pathway-1",
                "concern",
                at(0, 7),
                ConcernKind.NEAR_MISS,
                caseId(),
                null,
                "INV-04",
                "complete-sign-in",
                List.of(Role.SURGEON, Role.QUALITY_AUDITOR)));
        assertThat(due("CONCERN")).contains(DAY);
    }

    private void before(Class<? extends PathwayEvent> type) {
        TEXTBOOK.stream().takeWhile(fact -> !type.isInstance(fact)).forEach(facts::add);
    }

    private String caseId() {
        return facts.stream()
                .filter(SurgeryScheduled.class::isInstance)
                .map(fact -> ((SurgeryScheduled) fact).caseId())
                .findFirst()
                .orElseThrow();
    }

    private Optional<LocalDate> due(String code) {
        return Timetable.of(PathwayState.of(facts), Policy.defaults()).tasks().stream()
                .filter(each -> each.code().equals(code))
                .flatMap(each -> Stream.ofNullable(each.due()))
                .map(Moment::day)
                .findFirst();
    }

    private static OffsetDateTime at(int days, int hour) {
        return OffsetDateTime.parse("2025-01-14T00:00:00-08:00").plusDays(days).plusHours(hour);
    }
}
