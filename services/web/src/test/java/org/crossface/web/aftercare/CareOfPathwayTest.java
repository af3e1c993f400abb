package org.crossface.web.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossface.coordination.aftercare.AftercareList;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.pathway.Samples;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.aftercare.vocabulary.ContactChannel;
import org.crossface.pathway.aftercare.vocabulary.ContactOutcome;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.followup.Status;
import org.crossface.pathway.intake.LodgingRecorded;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.crossface.web.aftercare.AftercareNow.Call;
import org.crossface.web.aftercare.CareOfPathway.Needed;
import org.junit.jupiter.api.Test;

class CareOfPathwayTest {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final LocalDate STAGE_ONE = LocalDate.of(2025, 1, 14);
    private static final CommandCatalogue CATALOGUE = CommandCatalogue.read();
    private static final AftercareList.Entry ROW =
            new AftercareList.Entry("pathway-1", "patient-1", "site-bayview", "Teak", "Ana", false, 1);

    private final List<PathwayEvent> facts = home();

    /** The textbook until the patient has gone home after stage one. */
    private static List<PathwayEvent> home() {
        List<PathwayEvent> facts = new ArrayList<>();
        for (PathwayEvent fact : TextbookPathway.facts("pathway-1", "P-0101", FaceSide.LEFT, STAGE_ONE, "OR-1")) {
            facts.add(fact);
            if (fact instanceof PatientDischarged) {
                return facts;
            }
        }
        throw new IllegalStateException("The textbook patient goes home");
    }

    private static Instant local(String time) {
        return LocalDateTime.parse(time).atZone(PACIFIC).toInstant();
    }

    private static OffsetDateTime at(String time) {
        return LocalDateTime.parse(time).atZone(PACIFIC).toOffsetDateTime();
    }

    private Needed at(Instant now, Role role) {
        return new CareOfPathway(
                        ROW,
                        PathwayState.of(facts),
                        Policy.defaults(),
                        now,
                        role,
                        CATALOGUE,
                        id -> Optional.empty(),
                        id -> id)
                .needed();
    }

    private Call call(String time) {
        return at(local(time), Role.AFTERCARE_NURSE).calls().getFirst();
    }

    private void tried(String time) {
        facts.add(Samples.of(
                ContactAttempted.class,
                Map.of(
                        "factId",
                        "attempt-" + time,
                        "occurredAt",
                        at(time),
                        "channel",
                        ContactChannel.PHONE,
                        "outcome",
                        ContactOutcome.NO_ANSWER)));
    }

    @Test
    void theCallOfTheDayAfterNamesTheFormThatRecordsIt() {
        Call call = call("2025-01-15T10:00");
        assertThat(call.stage()).isEqualTo(Stage.ONE);
        assertThat(call.task().due()).isEqualTo(local("2025-01-15T18:00"));
        assertThat(call.task().command()).isEqualTo("complete-day-one-call");
        assertThat(call.task().field()).isEqualTo("stage");
        assertThat(call.task().value()).isEqualTo("ONE");
        assertThat(call.inWindow()).isTrue();
        assertThat(call.attempts()).isEmpty();
    }

    @Test
    void whoMayNotRecordTheCallIsOfferedNoForm() {
        assertThat(at(local("2025-01-15T10:00"), Role.QUALITY_AUDITOR).calls())
                .singleElement()
                .satisfies(call -> assertThat(call.task().command()).isNull());
    }

    @Test
    void beforeTheHoursOfCallsThePageTellsWhenTheyBeginWhereThePatientIs() {
        facts.add(Samples.of(
                LodgingRecorded.class,
                Map.of(
                        "factId",
                        "lodging",
                        "occurredAt",
                        at("2025-01-14T17:00"),
                        "from",
                        STAGE_ONE,
                        "until",
                        STAGE_ONE.plusDays(7),
                        "zone",
                        "America/New_York",
                        "place",
                        "Hotel",
                        "phone",
                        "555-7")));
        Call early = call("2025-01-15T05:30");
        assertThat(early.zone()).isEqualTo("America/New_York");
        assertThat(early.localTime().toLocalDateTime()).isEqualTo("2025-01-15T08:30");
        assertThat(early.inWindow()).isFalse();
        assertThat(early.windowOpens()).isEqualTo(local("2025-01-15T06:00"));
        assertThat(early.phone()).isEqualTo("555-7");
        assertThat(early.place()).isEqualTo("Hotel");
        assertThat(call("2025-01-15T06:00").inWindow()).isTrue();
        assertThat(call("2025-01-15T16:00").inWindow()).as("19:00 in New York").isFalse();
    }

    @Test
    void theAttemptsSinceThePatientIsAtHomeAreToldAndAfterThreeTheOtherContactIsNext() {
        tried("2025-01-15T09:10");
        tried("2025-01-15T11:20");
        assertThat(call("2025-01-15T12:00").attempts()).hasSize(2);
        assertThat(call("2025-01-15T12:00").task().told()).isEmpty();
        tried("2025-01-15T12:30");
        assertThat(call("2025-01-15T13:00").task().told()).containsExactly("Call the patient's other contact");
        assertThat(call("2025-01-15T13:00").task().status()).isEqualTo(Status.ESCALATED);
        assertThat(call("2025-01-15T13:00").task().next()).isNotNull();
    }

    @Test
    void aRedFlagShowsItsClockAndTheFormThatStopsIt() {
        facts.add(Samples.of(
                RedFlagRaised.class,
                Map.of(
                        "factId",
                        "flag-1",
                        "occurredAt",
                        at("2025-01-15T10:00"),
                        "flag",
                        RedFlag.FEVER,
                        "level",
                        RedFlag.FEVER.level())));
        assertThat(at(local("2025-01-15T10:20"), Role.SURGEON).flags())
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.raisedAt()).isEqualTo(local("2025-01-15T10:00"));
                    assertThat(flag.task().due()).isEqualTo(local("2025-01-15T11:00"));
                    assertThat(flag.task().command()).isEqualTo("acknowledge-red-flag");
                    assertThat(flag.task().value()).isEqualTo("flag-1");
                });
    }

    @Test
    void aWoundVisitIsShownFromTheDayOnWhichItMayBeDone() {
        assertThat(at(local("2025-01-18T12:00"), Role.AFTERCARE_NURSE).tasks()).isEmpty();
        assertThat(at(local("2025-01-19T12:00"), Role.AFTERCARE_NURSE).tasks())
                .extracting(each -> each.task().label())
                .containsExactly("Wound visit");
    }
}
