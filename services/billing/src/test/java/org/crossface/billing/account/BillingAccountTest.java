package org.crossface.billing.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.billing.account.HoldReason.AUTHORISATION_MISSING;
import static org.crossface.billing.account.HoldReason.NEVER_EVENT;
import static org.crossface.billing.account.HoldReason.OPERATION_RECORD_UNSIGNED;
import static org.crossface.billing.account.SampleCharges.ACCOUNT;
import static org.crossface.billing.account.SampleCharges.PATHWAY;
import static org.crossface.billing.account.SampleCharges.RECORD;
import static org.crossface.billing.account.SampleCharges.SIGNED;
import static org.crossface.billing.account.SampleCharges.graft;
import static org.crossface.billing.account.SampleCharges.idOf;
import static org.crossface.billing.account.SampleCharges.raise;
import static org.crossface.billing.account.SampleCharges.raised;
import static org.crossface.billing.account.SampleCharges.release;
import static org.crossface.billing.account.SampleCharges.released;

import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.crossface.billing.contract.GraftLengthBand;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.decision.CommandRefused;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BillingAccountTest {

    private static final String CHARGE = idOf(graft(), 0);

    private final FixtureConfiguration<BillingAccount> account = new AggregateTestFixture<>(BillingAccount.class);

    @Test
    void aFactRaisesAChargeThatWaitsForTheSignature() {
        account.givenNoPriorActivity()
                .when(raise("fact-1", graft()))
                .expectEvents(raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED));
    }

    @Test
    void itsEventsNamePatientPathwayCaseSiteZoneAndOrganisation() {
        account.givenNoPriorActivity()
                .when(raise("fact-1", graft()))
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(Matchers.listWithAllOf(Matchers.matches(message -> ((Message<?>) message)
                        .getMetaData()
                        .equals(MetaData.from(Map.of(
                                Metadata.PATIENT, "patient-1",
                                Metadata.PATHWAY, PATHWAY,
                                Metadata.CASE, "case-1",
                                Metadata.SITE, "site-bayview",
                                Metadata.ZONE, "America/Los_Angeles",
                                Metadata.ORGANISATION, "org-practice",
                                Metadata.POLICY_VERSION, "default-1"))))));
    }

    @Test
    void aRepeatOfTheSameCauseIsIgnored() {
        account.given(raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED))
                .when(raise("fact-1", graft()))
                .expectNoEvents();
    }

    @Test
    void theSameFactFromAnotherCauseIsRefused() {
        account.given(raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED))
                .when(raise("fact-2", graft("surgeon-osei", GraftLengthBand.AT_MOST_4_CM)))
                .expectException(refusedBy("INV-63"));
    }

    @Test
    void theSameFactByAnotherProviderIsAChargeOfItsOwn() {
        account.given(raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED))
                .when(raise("fact-1", graft("surgeon-vega", GraftLengthBand.OVER_4_CM)))
                .expectEvents(
                        raised("fact-1", graft("surgeon-vega", GraftLengthBand.OVER_4_CM), OPERATION_RECORD_UNSIGNED));
    }

    @Test
    void aChargeIsNotReleasedWhileTheRecordIsUnsigned() {
        account.given(raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED))
                .when(release("request-1", CHARGE, null, null))
                .expectException(refusedBy("INV-63"));
    }

    @Test
    void aChargeIsReleasedWhenTheRecordIsSigned() {
        account.given(raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED))
                .when(release("fact-2", CHARGE, RECORD, null))
                .expectEvents(released("fact-2", CHARGE, null));
    }

    @Test
    void aSecondRequestForReleaseFromTheSameCauseIsIgnored() {
        account.given(raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED), released("fact-2", CHARGE, null))
                .when(release("fact-2", CHARGE, RECORD, null))
                .expectNoEvents();
    }

    @Test
    void aReleasedChargeIsNotReleasedAgain() {
        account.given(raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED), released("fact-2", CHARGE, null))
                .when(release("request-9", CHARGE, RECORD, null))
                .expectException(refusedBy("SEQ-CHARGE-HELD"));
    }

    @Test
    void theSignatureIsKeptWhileAnAuthorisationIsAwaited() {
        account.given(raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED, AUTHORISATION_MISSING))
                .when(release("fact-2", CHARGE, RECORD, null))
                .expectEvents(held("fact-2", RECORD, AUTHORISATION_MISSING));
    }

    @Test
    void theAuthorisationThenReleasesIt() {
        account.given(
                        raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED, AUTHORISATION_MISSING),
                        held("fact-2", RECORD, AUTHORISATION_MISSING))
                .when(release("fact-3", CHARGE, null, "AUTH-1"))
                .expectEvents(released("fact-3", CHARGE, "AUTH-1"));
    }

    @Test
    void aNeverEventHoldsACharge() {
        account.given(raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED))
                .when(new HoldCharge(ACCOUNT, SIGNED, "fact-4", CHARGE, NEVER_EVENT))
                .expectEvents(held("fact-4", null, OPERATION_RECORD_UNSIGNED, NEVER_EVENT));
    }

    @Test
    void noEvidenceReleasesAfterANeverEvent() {
        account.given(raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED), held("fact-2", RECORD, NEVER_EVENT))
                .when(release("request-1", CHARGE, RECORD, "AUTH-1"))
                .expectException(refusedBy("SEQ-CHARGE-FREE"));
    }

    @Test
    void aReleasedChargeIsReversedByANewRecord() {
        account.given(raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED), released("fact-2", CHARGE, null))
                .when(reverse("fact-5"))
                .expectEvents(reversed("fact-5"));
    }

    @Test
    void aChargeIsReversedOnce() {
        account.given(
                        raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED),
                        released("fact-2", CHARGE, null),
                        reversed("fact-5"))
                .when(reverse("request-2"))
                .expectException(refusedBy("SEQ-CHARGE-LIVE"));
    }

    @Test
    void afterAReversalTheCorrectedFactIsAChargeOfItsOwn() {
        BillableService typed = graft("surgeon-osei", GraftLengthBand.AT_MOST_4_CM);
        account.given(
                        raised("fact-1", typed, OPERATION_RECORD_UNSIGNED),
                        released("fact-2", CHARGE, null),
                        reversed("fact-5"))
                .when(raise("fact-6", graft()))
                .expectSuccessfulHandlerExecution()
                .expectState(state ->
                        assertThat(state.state().byId().keySet()).containsExactly(idOf(typed, 0), idOf(graft(), 1)));
    }

    @Test
    void aChargeOfAnotherAccountIsRefused() {
        account.given(raised("fact-1", graft(), OPERATION_RECORD_UNSIGNED))
                .when(release("fact-2", "charge-unknown", RECORD, null))
                .expectException(refusedBy("REF-CHARGE"));
    }

    private static ChargeHeld held(String causeId, @Nullable String record, HoldReason... reasons) {
        return new ChargeHeld(ACCOUNT, PATHWAY, CHARGE, SIGNED, causeId, List.of(reasons), record, null);
    }

    private static ReverseCharge reverse(String causeId) {
        return new ReverseCharge(ACCOUNT, SIGNED, causeId, CHARGE, ReversalReason.CORRECTED, "default-1");
    }

    private static ChargeReversed reversed(String causeId) {
        return new ChargeReversed(
                ACCOUNT,
                PATHWAY,
                CHARGE,
                SIGNED,
                causeId,
                ChargeIdentity.reversalId(CHARGE),
                ReversalReason.CORRECTED,
                "default-1");
    }

    private static Matcher<?> refusedBy(String rule) {
        return Matchers.matches(thrown ->
                thrown instanceof CommandRefused refused && refused.rule().equals(rule));
    }
}
