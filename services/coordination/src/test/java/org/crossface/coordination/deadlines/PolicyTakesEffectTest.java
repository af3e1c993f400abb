package org.crossface.coordination.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.coordination.views.PathwayUpdates;
import org.crossface.coordination.views.RecentStates;
import org.crossface.pathway.followup.Passing;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.PolicyApproved;
import org.crossface.pathway.policy.PolicyProposed;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.policy.ThresholdChange;
import org.crossface.pathway.policy.UnusualPolicy;
import org.crossface.pathway.policy.approval.EventSourcedPolicies;
import org.crossface.pathway.policy.approval.PolicySet;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.deadlines.Deadline;
import org.crossface.platform.deadlines.Deadlines;
import org.crossface.platform.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deadlines follow a version of the policy at the moment at which it takes effect. */
class PolicyTakesEffectTest {

    private static final TestPostgres postgres = TestPostgres.with();
    private static final Instant EFFECTIVE = Instant.parse("2026-12-01T09:00:00Z");
    private static final List<PathwayEvent> TEXTBOOK =
            TextbookPathway.facts("pathway-1", "P-0101", FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1");

    /** How many facts each pathway has; the last one is completed. */
    private static final Map<String, Integer> PATHWAYS =
            Map.of("p-referred", 1, "p-evaluated", 12, "p-operated", 90, "p-completed", TEXTBOOK.size());

    private final Deadlines deadlines = new Deadlines(postgres.serverJdbc(), PathwayDeadlines.NAME);
    private final PathwayUpdates updates = new PathwayUpdates(
            (pathway, sequence) -> TEXTBOOK.subList(0, PATHWAYS.getOrDefault(pathway, 1)),
            at -> Policy.defaults(),
            new RecentStates());

    private static @Nullable Instant next(String pathway, Policy policy) {
        return Passing.next(PathwayState.of(TEXTBOOK.subList(0, PATHWAYS.getOrDefault(pathway, 1))), policy)
                .map(Passing::at)
                .orElse(null);
    }

    private Map<String, String> stored() {
        Map<String, String> all = new HashMap<>();
        deadlines.page("", 100).forEach(each -> all.put(each.key(), each.at()));
        return all;
    }

    private Optional<Instant> passed(Instant at) {
        return new WhenPolicyTakesEffectMoveDeadlines(
                        version -> EFFECTIVE, deadlines, updates, instant -> UnusualPolicy.POLICY)
                .passed(new Deadline("2027.1", at, EFFECTIVE.plusSeconds(1)));
    }

    @Test
    void allFollowItAndASecondPassFindsWhatWasSetByTheVersionBeforeMeanwhile() {
        Map<String, @Nullable Instant> before = new HashMap<>();
        PATHWAYS.keySet().forEach(each -> before.put(each, next(each, Policy.defaults())));
        deadlines.move(before);
        Map<String, String> byTheOld = stored();
        Map<String, @Nullable Instant> wanted = new HashMap<>();
        PATHWAYS.keySet().forEach(each -> wanted.put(each, next(each, UnusualPolicy.POLICY)));
        assertThat(wanted).as("the control: the two versions differ").isNotEqualTo(before);

        Optional<Instant> secondPass = passed(EFFECTIVE);
        Map<String, String> byTheNew = stored();
        assertThat(byTheNew).isNotEqualTo(byTheOld);
        deadlines.move(wanted);
        assertThat(stored())
                .as("as if each had been computed by the new version")
                .isEqualTo(byTheNew);

        // An event that was handled before, in a transaction that ended only now.
        deadlines.move(before);
        assertThat(secondPass).hasValueSatisfying(at -> assertThat(at).isAfter(EFFECTIVE.plus(Duration.ofMinutes(1))));
        assertThat(passed(secondPass.orElseThrow())).isEmpty();
        assertThat(stored()).isEqualTo(byTheNew);
    }

    @Test
    void anApprovedVersionHasADeadlineWhenItTakesEffect() {
        EventStore events = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        OffsetDateTime effective = EFFECTIVE.atOffset(ZoneOffset.UTC);
        PolicyApproved approval = new PolicyApproved(PolicySet.ID, effective.minusDays(1), "2027.1", "administrator-2");
        events.publish(
                new GenericDomainEventMessage<>(
                        "PolicySet",
                        PolicySet.ID,
                        0,
                        new PolicyProposed(
                                PolicySet.ID,
                                effective.minusDays(2),
                                "2027.1",
                                effective,
                                List.of(new ThresholdChange(Threshold.T01_OVERDUE_BUSINESS_DAYS.storedName(), 7)),
                                "More time",
                                "administrator-1")),
                new GenericDomainEventMessage<>("PolicySet", PolicySet.ID, 1, approval));
        Deadlines versions = new Deadlines(postgres.serverJdbc(), PolicyDeadlines.NAME);
        PolicyDeadlines policies =
                new PolicyDeadlines(new EventSourcedPolicies(events, Clock.fixed(EFFECTIVE, ZoneOffset.UTC)), versions);
        policies.on(approval);
        assertThat(versions.lease(10, Duration.ofSeconds(30)))
                .as("it has come only if the clock of PostgreSQL has reached it")
                .extracting(Deadline::at)
                .allMatch(EFFECTIVE::equals);
        assertThat(versions.page("", 10)).extracting(Deadlines.Held::key).containsExactly("2027.1");
        assertThat(policies.effectiveFrom("2027.1")).isEqualTo(EFFECTIVE);
    }
}
