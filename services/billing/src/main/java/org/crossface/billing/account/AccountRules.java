package org.crossface.billing.account;

import org.crossface.platform.api.decision.Rule;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the billing account. */
final class AccountRules {

    private static final Rule FACT_IS_CHARGED_ONCE =
            Rule.hard("INV-63", "The same fact of the same case and provider is charged once.");

    private static final Rule DOCUMENTATION_IS_SIGNED =
            Rule.hard("INV-63", "A charge is released only when the operation record is signed.");

    private static final Rule CHARGE_IS_KNOWN =
            Rule.hard("REF-CHARGE", "Only a charge of this account can be held, released or reversed.");

    private static final Rule CHARGE_IS_HELD =
            Rule.hard("SEQ-CHARGE-HELD", "Only a charge that has not gone out can be held or released.");

    private static final Rule CHARGE_IS_LIVE = Rule.hard("SEQ-CHARGE-LIVE", "A charge is reversed once.");

    private static final Rule EVIDENCE_HELPS =
            Rule.hard("SEQ-CHARGE-FREE", "A charge is released when nothing holds it.");

    private AccountRules() {}

    /** @throws org.crossface.platform.api.decision.CommandRefused INV-63 */
    static void factIsChargedOnce(AccountState state, RaiseCharge command) {
        ChargeIdentity identity = ChargeIdentity.of(command.service());
        FACT_IS_CHARGED_ONCE.demand(Verdict.refusedIf(
                state.sameAs(identity).anyMatch(Charge::isLive),
                "service",
                "There is a charge for " + identity.factType() + " of case " + identity.caseId() + " on "
                        + identity.serviceDate() + " by " + identity.performingProvider(),
                "Reverse the first charge if it is wrong; then a new one may be raised"));
    }

    /** @throws org.crossface.platform.api.decision.CommandRefused INV-63 */
    static void documentationIsSigned(AccountState state, ReleaseCharge command) {
        boolean unsigned = state.charge(command.chargeId())
                .filter(charge -> charge.heldFor().contains(HoldReason.OPERATION_RECORD_UNSIGNED))
                .isPresent();
        DOCUMENTATION_IS_SIGNED.demand(Verdict.refusedIf(
                unsigned && command.documentationRef() == null,
                "documentationRef",
                "The operation record is not signed",
                "Have the operating surgeon sign the operation record"));
    }

    /** @throws org.crossface.platform.api.decision.CommandRefused REF-CHARGE */
    static void chargeIsKnown(AccountState state, String chargeId) {
        CHARGE_IS_KNOWN.demand(Verdict.refusedIf(
                state.charge(chargeId).isEmpty(),
                "chargeId",
                "There is no charge " + chargeId,
                "Choose one of the account's charges"));
    }

    /** @throws org.crossface.platform.api.decision.CommandRefused SEQ-CHARGE-HELD */
    static void chargeIsHeld(AccountState state, String chargeId) {
        ChargeState now = state.charge(chargeId).map(Charge::state).orElse(ChargeState.HELD);
        CHARGE_IS_HELD.demand(Verdict.refusedIf(
                now != ChargeState.HELD,
                "chargeId",
                "The charge is " + now.name().toLowerCase(java.util.Locale.ROOT),
                "Reverse a released charge and raise it anew"));
    }

    /** @throws org.crossface.platform.api.decision.CommandRefused SEQ-CHARGE-LIVE */
    static void chargeIsLive(AccountState state, String chargeId) {
        CHARGE_IS_LIVE.demand(Verdict.refusedIf(
                !state.charge(chargeId).map(Charge::isLive).orElse(true),
                "chargeId",
                "The charge was reversed before",
                "Nothing is left to reverse"));
    }

    /** @throws org.crossface.platform.api.decision.CommandRefused SEQ-CHARGE-FREE */
    static void evidenceHelps(AccountState state, ReleaseCharge command) {
        Evidence evidence = Evidence.of(command);
        EVIDENCE_HELPS.demand(state.charge(command.chargeId())
                .filter(charge -> !evidence.remainingOf(charge).isEmpty())
                .filter(charge -> evidence.remainingOf(charge).equals(charge.heldFor()))
                .map(charge -> Verdict.refused(
                        "chargeId",
                        "The charge is held: "
                                + String.join(
                                        "; ",
                                        charge.heldFor().stream()
                                                .map(HoldReason::says)
                                                .toList()),
                        "Settle what holds it first"))
                .orElse(Verdict.ALLOWED));
    }
}
