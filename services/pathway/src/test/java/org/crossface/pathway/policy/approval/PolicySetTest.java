package org.crossface.pathway.policy.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Histories.time;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Refused;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.PolicyApproved;
import org.crossface.pathway.policy.PolicyEvent;
import org.crossface.pathway.policy.PolicyOrder;
import org.crossface.pathway.policy.PolicyProposed;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.policy.ThresholdChange;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.decision.CommandRefused;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    @Tag("POLICY-ORDER")
    void aVersionWhoseThresholdsContradictEachOtherIsNotApproved() {
        approve(proposed("2025-1", EFFECTIVE, Threshold.ISCHEMIA_CAUTION_MINUTES, 241))
                .expectException(Refused.by("POLICY-ORDER", "version"));
        approve(proposed("2025-1", EFFECTIVE, Threshold.ISCHEMIA_CAUTION_MINUTES, 240))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("POLICY-ORDER")
    void aVersionThatALaterApprovedOneWouldContradictIsNotApproved() {
        PolicyProposed later = proposed("2025-2", EFFECTIVE.plusDays(30), Threshold.ISCHEMIA_ALERT_MINUTES, 150);
        approve(
                        later,
                        new PolicyApproved(PolicySet.ID, NOW, "2025-2", "user-b"),
                        proposed("2025-1", EFFECTIVE, Threshold.ISCHEMIA_CAUTION_MINUTES, 200))
                .expectException(Refused.by("POLICY-ORDER"));
    }

    private static ResultValidator<PolicySet> approve(PolicyEvent... given) {
        return fixture(NOW)
                .given((Object[]) given)
                .when(new ApprovePolicy(PolicySet.ID, NOW, "2025-1"), Map.of(Metadata.ACTOR, "user-b"));
    }

    private static PolicyProposed proposed(String version, OffsetDateTime from, Threshold threshold, int value) {
        return new PolicyProposed(
                PolicySet.ID,
                NOW,
                version,
                from,
                List.of(new ThresholdChange(threshold.storedName(), value)),
                "To see what is refused here",
                "user-a");
    }

    @Test
    void theDefaultsDoNotContradictEachOther() {
        assertThat(PolicyOrder.contradiction(Policy.defaults())).isEmpty();
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
                                List.of(new ThresholdChange("favouriteNumber", 7)),
                                "A number that everybody likes"),
                        Map.of(Metadata.ACTOR, "user-a"))
                .expectException(Refused.by("REF-THRESHOLD"));
    }

    @Test
    void aVersionThatNotEveryNodeCouldKnowInTimeIsNotApproved() {
        approve(EFFECTIVE.minus(Policies.ANNOUNCED_BEFORE).plusNanos(1), "user-b")
                .expectException(Refused.by("SEQ-POLICY-EFFECTIVE"));
        OffsetDateTime latest = EFFECTIVE.minus(Policies.ANNOUNCED_BEFORE);
        approve(latest, "user-b").expectEvents(new PolicyApproved(PolicySet.ID, latest, "2025-1", "user-b"));
    }

    @ParameterizedTest
    @EnumSource
    void aValueOutsideTheBoundsIsRefusedByNameUnitAndRange(Threshold threshold) {
        for (int value : new int[] {threshold.lowest() - 1, threshold.highest() + 1}) {
            if (value >= 0) {
                propose(threshold, value).expectException(new CustomTypeSafeMatcher<CommandRefused>("names it") {
                    @Override
                    protected boolean matchesSafely(CommandRefused refused) {
                        String words = refused.finding() + " " + refused.remedy();
                        return refused.rule().equals("THRESHOLD-RANGE")
                                && words.contains(threshold.storedName() + " would be " + value)
                                && words.contains(threshold.lowest() + " to " + threshold.highest() + " "
                                        + threshold.unit().label())
                                && words.contains(threshold.owner().label());
                    }
                });
            }
        }
        propose(threshold, threshold.lowest()).expectSuccessfulHandlerExecution();
        propose(threshold, threshold.highest()).expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<PolicySet> propose(Threshold threshold, int value) {
        return fixture(NOW)
                .givenNoPriorActivity()
                .when(
                        new ProposePolicy(
                                PolicySet.ID,
                                NOW,
                                "2025-1",
                                EFFECTIVE,
                                List.of(new ThresholdChange(threshold.storedName(), value)),
                                "To see what is refused here"),
                        Map.of(Metadata.ACTOR, "user-a"));
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
                List.of(new ThresholdChange("consentValidDays", 60)),
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
