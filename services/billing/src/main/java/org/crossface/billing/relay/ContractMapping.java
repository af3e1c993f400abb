package org.crossface.billing.relay;

import org.crossface.billing.account.BillableService;
import org.crossface.billing.account.Charge;
import org.crossface.billing.account.ChargeRaised;
import org.crossface.billing.account.ChargeReleased;
import org.crossface.billing.account.ChargeReversed;
import org.crossface.billing.contract.CodeCandidate;
import org.crossface.billing.contract.DiagnosisFact;
import org.crossface.billing.contract.GlobalPeriod;
import org.crossface.billing.contract.Relation;
import org.crossface.billing.contract.ReleasedCharge;
import org.crossface.billing.contract.ReversedCharge;
import org.crossface.platform.api.Personal;
import org.jspecify.annotations.Nullable;

/** Maps a charge of the account to the contract's records. */
final class ContractMapping {

    private ContractMapping() {}

    /** @throws UnpublishableCharge if the charge lacks something that the contract requires */
    static ReleasedCharge released(ChargeReleased event, Charge charge) {
        ChargeRaised raised = charge.raised();
        BillableService service = raised.service();
        BillableService.EarlierOperation earlier = service.inGlobalOf();
        return new ReleasedCharge(
                raised.chargeId(),
                service.caseId(),
                raised.pathwayId(),
                raised.accountId(),
                raised.payerRef(),
                null,
                service.claim(),
                service.serviceDate(),
                service.stage(),
                service.factType(),
                required("laterality", service.laterality()),
                service.quantity(),
                service.startedAt(),
                service.endedAt(),
                service.minutes(),
                service.graftLengthBand(),
                required("performingProviderNpi", service.performingProviderNpi()),
                service.renderingRole(),
                service.assistantNpi(),
                required("billingOrgNpi", service.billingOrgNpi()),
                required("serviceFacilityNpi", service.serviceFacilityNpi()),
                service.placeOfService(),
                unlessErased(event.authorizationNumber()),
                service.diagnoses().stream()
                        .map(each -> new DiagnosisFact(each.cause(), each.side(), each.lateEffect()))
                        .toList(),
                earlier == null ? null : earlier.caseId(),
                earlier == null ? Relation.NONE : earlier.relation(),
                earlier == null ? null : new GlobalPeriod(earlier.caseId(), earlier.globalUntil()),
                service.discontinuedPhase(),
                event.documentationRef(),
                raised.reversalOf(),
                service.suggestedCodes().stream()
                        .map(each -> new CodeCandidate(each.system(), each.code(), each.modifiers()))
                        .toList(),
                service.codeTableVersion(),
                raised.policyVersion());
    }

    static ReversedCharge reversed(ChargeReversed event, Charge charge) {
        ChargeRaised raised = charge.raised();
        return new ReversedCharge(
                event.reversalId(),
                raised.service().caseId(),
                raised.pathwayId(),
                raised.accountId(),
                raised.service().claim(),
                raised.service().serviceDate(),
                raised.chargeId(),
                event.reason().name(),
                event.policyVersion());
    }

    private static <T> T required(String property, @Nullable T value) {
        if (value == null) {
            throw new UnpublishableCharge("Has no " + property);
        }
        return value;
    }

    private static @Nullable String unlessErased(@Nullable String personal) {
        return Personal.ERASED.equals(personal) ? null : personal;
    }
}
