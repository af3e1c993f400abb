package org.crossface.web.pages.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.pathway.evaluation.EvaluationMissed;
import org.crossface.pathway.evaluation.EvaluationScheduled;
import org.crossface.pathway.evaluation.MissedVisitReason;
import org.crossface.pathway.evaluation.VisitMode;
import org.crossface.pathway.health.UnrelatedOperationRecorded;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.scheduling.events.PreOpClearanceGranted;
import org.crossface.pathway.scheduling.events.PreOpClearanceWithheld;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.web.pages.SiteTimes;
import org.crossface.web.pages.patient.PatientHeader.Warning;
import org.junit.jupiter.api.Test;

/** What the header of a patient says of visits that were missed, and of operations for something else. */
class HealthWarningsTest {

    private static final OffsetDateTime VISIT = OffsetDateTime.parse("2024-12-02T10:00:00-08:00");

    private final List<PathwayEvent> facts = new ArrayList<>(
            TextbookPathway.facts("pathway-1", "P-0101", FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1").stream()
                    .filter(PatientReferred.class::isInstance)
                    .toList());

    private List<Warning> warnings() {
        OffsetDateTime now = OffsetDateTime.parse("2024-12-20T10:00:00-08:00");
        return HealthWarnings.of(
                PathwayState.of(facts),
                new SiteTimes(Clock.fixed(now.toInstant(), ZoneOffset.UTC), ZoneId.of("America/Los_Angeles")));
    }

    private void missed(OffsetDateTime visit) {
        facts.add(new EvaluationScheduled(
                "pathway-1", "booked-" + visit, visit.minusDays(7), visit, VisitMode.IN_PERSON));
        facts.add(new EvaluationMissed(
                "pathway-1", "missed-" + visit, visit.plusHours(1), MissedVisitReason.DID_NOT_COME, null));
    }

    @Test
    void missedVisitsAreCountedWithTheirDays() {
        assertThat(warnings()).extracting(Warning::label).doesNotContain("Missed evaluation visits");
        missed(VISIT);
        missed(VISIT.plusDays(14));
        assertThat(warnings()).contains(new Warning("Missed evaluation visits", "2: 2 Dec; 16 Dec", true));
    }

    @Test
    void anOperationForSomethingElseIsNamedWithItsDay() {
        facts.add(new UnrelatedOperationRecorded(
                "pathway-1", "other", VISIT, "Appendectomy", "Abdomen", LocalDate.of(2024, 12, 1), null, true));
        assertThat(warnings())
                .contains(new Warning("Other operations", "Appendectomy, Abdomen, 1 Dec, general anesthesia", false));
    }

    @Test
    void aClearanceThatIsWithheldIsSaidUntilOneIsGranted() {
        facts.add(new PreOpClearanceWithheld("pathway-1", "withheld", VISIT, Stage.ONE, "Cough"));
        assertThat(warnings()).contains(new Warning("Clearance", "withheld on 2 Dec", true));
        facts.add(new PreOpClearanceGranted(
                "pathway-1", "granted", VISIT.plusDays(7), Stage.ONE, LocalDate.of(2025, 1, 8), null));
        assertThat(warnings()).extracting(Warning::label).doesNotContain("Clearance");
    }
}
