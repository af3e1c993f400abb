package org.crossface.pathway.policy.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Histories.time;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.PolicyApproved;
import org.crossface.pathway.policy.PolicyEvent;
import org.crossface.pathway.policy.PolicyProposed;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.policy.ThresholdChange;
import org.crossface.pathway.reference.ClosedDay;
import org.crossface.pathway.reference.SiteCalendarSet;
import org.crossface.pathway.reference.StandingCalendars;
import org.crossface.pathway.vocabulary.SiteCalendar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventSourcedPoliciesTest {

    private static final OffsetDateTime NOW = time("2025-01-10T10:00");
    private static final OffsetDateTime FIRST = time("2025-02-01T00:00");
    private static final OffsetDateTime SECOND = time("2025-03-01T00:00");

    private final Counting engine = new Counting();
    private final EmbeddedEventStore store =
            EmbeddedEventStore.builder().storageEngine(engine).build();
    private final Ticking clock = new Ticking();
    private final EventSourcedPolicies policies = new EventSourcedPolicies(store, clock);
    private long sequence;

    /** Counts how often it is asked for the end of a stream. */
    private static final class Counting extends InMemoryEventStorageEngine {

        private int asked;

        @Override
        public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
            asked++;
            return super.lastSequenceNumberFor(aggregateIdentifier);
        }
    }

    private static final class Ticking extends Clock {

        private Instant now = NOW.toInstant();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @AfterEach
    void shutDown() {
        store.shutDown();
    }

    @Test
    void aVersionIsInForceFromItsTimeOnceItIsApproved() {
        assertThat(at(FIRST)).isEqualTo(Policy.defaults());
        propose("2025-1", FIRST, new ThresholdChange("consentValidDays", 60));
        policies.look();
        assertThat(at(FIRST)).isEqualTo(Policy.defaults());
        approve("2025-1");
        policies.look();
        assertThat(at(FIRST.minusNanos(1))).isEqualTo(Policy.defaults());
        Policy changed = at(FIRST);
        assertThat(changed.version()).isEqualTo("2025-1");
        assertThat(changed.of(Threshold.CONSENT_VALID_DAYS)).isEqualTo(60);
        assertThat(changed.of(Threshold.CLEARANCE_VALID_DAYS)).isEqualTo(30);
    }

    @Test
    void aCalendarComesWithEachVersionFromItsTimeOn() {
        LocalDate holiday = LocalDate.of(2025, 7, 4);
        propose("2025-1", SECOND, new ThresholdChange("consentValidDays", 60));
        approve("2025-1");
        store.publish(new GenericDomainEventMessage<>(
                "CalendarSet",
                StandingCalendars.ID,
                0,
                new SiteCalendarSet(
                        StandingCalendars.ID,
                        NOW,
                        "site-bayview",
                        LocalDate.of(2025, 2, 1),
                        List.of(DayOfWeek.SUNDAY),
                        List.of(new ClosedDay(holiday, "Independence Day")),
                        FIRST)));
        policies.look();
        assertThat(at(FIRST.minusNanos(1)).calendarOf("site-bayview")).isEqualTo(SiteCalendar.mondayToFriday());
        SiteCalendar entered = at(FIRST).calendarOf("site-bayview");
        assertThat(entered.isBusinessDay(holiday)).isFalse();
        assertThat(entered.isBusinessDay(LocalDate.of(2025, 7, 5)))
                .as("a Saturday")
                .isTrue();
        assertThat(entered.isBusinessDay(LocalDate.of(2025, 1, 25)))
                .as("a Saturday before the first day")
                .isFalse();
        assertThat(at(FIRST).calendarOf("site-lakeside")).isEqualTo(SiteCalendar.mondayToFriday());
        assertThat(at(SECOND).version()).isEqualTo("2025-1");
        assertThat(at(SECOND).calendarOf("site-bayview")).isEqualTo(entered);
        clock.now = SECOND.toInstant();
        assertThat(policies.proposed("2025-1").orElseThrow()).isEqualTo(at(SECOND));
    }

    @Test
    void aProposedVersionIsToldBeforeItIsApproved() {
        propose("2025-1", FIRST, new ThresholdChange("consentValidDays", 60));
        assertThat(policies.proposed("2025-1").orElseThrow().of(Threshold.CONSENT_VALID_DAYS))
                .isEqualTo(60);
        assertThat(at(FIRST)).isEqualTo(Policy.defaults());
        assertThat(policies.proposed("2025-9")).isEmpty();
    }

    @Test
    void eachVersionChangesTheOneBeforeItInTheOrderOfTheirTimes() {
        propose("second", SECOND, new ThresholdChange("clearanceValidDays", 20));
        propose("first", FIRST, new ThresholdChange("consentValidDays", 60));
        approve("second");
        approve("first");
        Policy both = at(SECOND);
        assertThat(both.version()).isEqualTo("second");
        assertThat(both.of(Threshold.CONSENT_VALID_DAYS)).isEqualTo(60);
        assertThat(both.of(Threshold.CLEARANCE_VALID_DAYS)).isEqualTo(20);
        assertThat(at(FIRST).of(Threshold.CLEARANCE_VALID_DAYS)).isEqualTo(30);
    }

    @Test
    void aThresholdOfAnEarlierReleaseIsLeftOut() {
        propose(
                "2025-1",
                FIRST,
                new ThresholdChange("historyMaxAgeDays", 7),
                new ThresholdChange("padssThreshold", 10));
        approve("2025-1");
        assertThat(at(FIRST).of(Threshold.PADSS_THRESHOLD)).isEqualTo(10);
    }

    @Test
    void itAsksTheStoreNeitherForACommandNorForARow() {
        propose("2025-1", FIRST, new ThresholdChange("consentValidDays", 60));
        approve("2025-1");
        assertThat(at(FIRST).version()).isEqualTo("2025-1");
        int asked = engine.asked;
        for (int i = 0; i < 1_000; i++) {
            assertThat(at(FIRST).version()).isEqualTo("2025-1");
        }
        assertThat(engine.asked).isEqualTo(asked);
    }

    @Test
    void whenTheLoopDoesNotLookWhoeverNeedsAPolicyDoes() {
        assertThat(at(FIRST)).isEqualTo(Policy.defaults());
        propose("2025-1", FIRST, new ThresholdChange("consentValidDays", 60));
        approve("2025-1");
        clock.now = clock.now.plus(EventSourcedPolicies.TRUSTED_FOR);
        assertThat(at(FIRST)).as("trusted").isEqualTo(Policy.defaults());
        clock.now = clock.now.plusNanos(1);
        assertThat(at(FIRST).version()).isEqualTo("2025-1");
    }

    @Test
    void aClockThatWasSetBackEndsTheTrust() {
        assertThat(at(FIRST)).isEqualTo(Policy.defaults());
        propose("2025-1", FIRST, new ThresholdChange("consentValidDays", 60));
        approve("2025-1");
        clock.now = clock.now.minus(Duration.ofMinutes(1));
        assertThat(at(FIRST).version()).isEqualTo("2025-1");
    }

    @Test
    void whatIsTrustedCannotHaveBecomeUntrue() {
        assertThat(EventSourcedPolicies.LOOKS_EVERY).isLessThan(EventSourcedPolicies.TRUSTED_FOR);
        assertThat(EventSourcedPolicies.TRUSTED_FOR).isLessThan(Policies.ANNOUNCED_BEFORE);
    }

    private Policy at(OffsetDateTime time) {
        return policies.inForceAt(time.toInstant());
    }

    private void propose(String version, OffsetDateTime effective, ThresholdChange... changes) {
        publish(new PolicyProposed(
                PolicySet.ID, NOW, version, effective, List.of(changes), "Consents are forgotten sooner", "user-a"));
    }

    private void approve(String version) {
        publish(new PolicyApproved(PolicySet.ID, NOW, version, "user-b"));
    }

    private void publish(PolicyEvent event) {
        store.publish(new GenericDomainEventMessage<>("PolicySet", PolicySet.ID, sequence++, event));
    }
}
