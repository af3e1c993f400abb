package org.crossface.pathway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Histories.time;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Refused;
import org.crossface.platform.api.Metadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PolicySetTest {

    private static final OffsetDateTime NOW = time("2025-01-10T10:00");
    private static final OffsetDateTime EFFECTIVE = time("2025-02-01T00:00");

    @Test
    @Tag("FOUR-EYES")
    void whoProposedAVersionMayNotApproveIt() {
        approve(NOW, "user-a").expectException(Refused.by("FOUR-EYES"));
    }

    @Test
    @Tag("FOUR-EYES")
    void anotherPersonApproves() {
        approve(NOW, "user-b").expectEvents(new PolicyApproved(PolicySet.ID, NOW, "2025-1", "user-b"));
    }

    @Test
    void aVersionThatWouldHaveTakenEffectIsNotApproved() {
        approve(EFFECTIVE.plusSeconds(1), "user-b").expectException(Refused.by("SEQ-POLICY-EFFECTIVE"));
    }

    @Test
    void aThresholdThatNoRuleReadsIsRefused() {
        fixture(NOW)
                .givenNoPriorActivity()
                .when(
                        new ProposePolicy(
                                PolicySet.ID,
                                NOW,
                                "2025-1",
                                EFFECTIVE,
                                List.of(new Threshold("favouriteNumber", 7)),
                                "A number that everybody likes"),
                        Map.of(Metadata.ACTOR, "user-a"))
                .expectException(Refused.by("REF-THRESHOLD"));
    }

    @Test
    void anApprovedVersionIsInForceFromItsTime() {
        EmbeddedEventStore store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        EventSourcedPolicies policies = new EventSourcedPolicies(store);
        assertThat(policies.inForceAt(EFFECTIVE.toInstant())).isEqualTo(Policy.defaults());
        store.publish(new GenericDomainEventMessage<>("PolicySet", PolicySet.ID, 0, proposal()));
        assertThat(policies.inForceAt(EFFECTIVE.toInstant())).isEqualTo(Policy.defaults());
        store.publish(new GenericDomainEventMessage<>(
                "PolicySet", PolicySet.ID, 1, new PolicyApproved(PolicySet.ID, NOW, "2025-1", "user-b")));
        assertThat(policies.inForceAt(EFFECTIVE.minusSeconds(1).toInstant())).isEqualTo(Policy.defaults());
        Policy changed = policies.inForceAt(EFFECTIVE.toInstant());
        assertThat(changed.version()).isEqualTo("2025-1");
        assertThat(changed.consentValidDays()).isEqualTo(60);
        assertThat(changed.clearanceValidDays()).isEqualTo(Policy.defaults().clearanceValidDays());
        store.shutDown();
    }

    private static ResultValidator<PolicySet> approve(OffsetDateTime now, String actor) {
        return fixture(now)
                .given(proposal())
                .when(new ApprovePolicy(PolicySet.ID, now, "2025-1"), Map.of(Metadata.ACTOR, actor));
    }

    private static PolicyProposed proposal() {
        return new PolicyProposed(
                PolicySet.ID,
                NOW,
                "2025-1",
                EFFECTIVE,
                List.of(new Threshold("consentValidDays", 60)),
                "Consents are forgotten sooner",
                "user-a");
    }

    private static AggregateTestFixture<PolicySet> fixture(OffsetDateTime now) {
        AggregateTestFixture<PolicySet> fixture = new AggregateTestFixture<>(PolicySet.class);
        fixture.registerParameterResolverFactory(new CircumstancesResolver(
                Clock.fixed(now.toInstant(), ZoneOffset.UTC),
                instant -> Policy.defaults(),
                new PathwayFixture.KnownReference(),
                new PathwayFixture.FreeReservations(),
                () -> "id-1"));
        return fixture;
    }
}
