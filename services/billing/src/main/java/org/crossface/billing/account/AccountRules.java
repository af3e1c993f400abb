package org.crossface.billing.account;

import org.crossface.pathway.Invariant;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Verdict;

/** Rules of the billing account. */
final class AccountRules {

    private AccountRules() {}

    @Invariant(
            value = "INV-63",
            kind = RuleClass.HARD,
            says = "The same fact of the same case and provider is charged once.")
    static Verdict factIsChargedOnce(AccountState state, RaiseCharge command) {
        ChargeIdentity identity = ChargeIdentity.of(command.service());
        return Verdict.refusedIf(
                state.sameAs(identity).anyMatch(Charge::isLive),
                "service",
                "There is a charge for " + identity.factType() + " of case " + identity.caseId() + " on "
                        + identity.serviceDate() + " by " + identity.performingProvider(),
                "Reverse the first charge if it is wrong; then a new one may be raised");
    }

    @Invariant(
            value = "INV-63",
            kind = RuleClass.HARD,
            says = "A charge is released only when the operation record is signed.")
    static Verdict documentationIsSigned(AccountState state, ReleaseCharge command) {
        boolean unsigned = state.charge(command.chargeId())
                .filter(charge -> charge.heldFor().contains(HoldReason.OPERATION_RECORD_UNSIGNED))
                .isPresent();
        return Verdict.refusedIf(
                unsigned && command.documentationRef() == null,
                "documentationRef",
                "The operation record is not signed",
                "Have the operating surgeon sign the operation record");
    }

    @Invariant(
            value = "REF-CHARGE",
            kind = RuleClass.HARD,
            says = "Only a charge of this account can be held, released or reversed.")
    static Verdict chargeIsKnown(AccountState state, String chargeId) {
        return Verdict.refusedIf(
                state.charge(chargeId).isEmpty(),
                "chargeId",
                "There is no charge " + chargeId,
                "Choose one of the account's charges");
    }

    @Invariant(
            value = "SEQ-CHARGE-HELD",
            kind = RuleClass.HARD,
            says = "Only a charge that has not gone out can be held or released.")
    static Verdict chargeIsHeld(AccountState state, String chargeId) {
        ChargeState now = state.charge(chargeId).map(Charge::state).orElse(ChargeState.HELD);
        return Verdict.refusedIf(
                now != ChargeState.HELD,
                "chargeId",
                "The charge is " + now.name().toLowerCase(java.util.Locale.ROOT),
                "Reverse a released charge and raise it anew");
    }

    @Invariant(value = "SEQ-CHARGE-LIVE", kind = RuleClass.HARD, says = "A charge is reversed once.")
    static Verdict chargeIsLive(AccountState state, String chargeId) {
        return Verdict.refusedIf(
                !state.charge(chargeId).map(Charge::isLive).orElse(true),
                "chargeId",
                "The charge was reversed before",
                "Nothing is left to reverse");
    }

    @Invariant(value = "SEQ-CHARGE-FREE", kind = RuleClass.HARD, says = "A charge is released when nothing holds it.")
    static Verdict evidenceHelps(AccountState state, ReleaseCharge command) {
        Evidence evidence = Evidence.of(command);
        return state.charge(command.chargeId())
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
                .orElse(Verdict.ALLOWED);
    }
}
