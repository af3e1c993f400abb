package org.crossface.billing.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.crossface.platform.api.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * The charges of one pathway, in a stream of its own: raised held, released when the documentation is complete, reversed by a new record. A
 * command whose cause has already had its effect is ignored, so that automations may repeat commands.
 */
@AggregateRoot
public final class BillingAccount {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String accountId;

    private AccountState state = AccountState.none();

    /** For Axon, which then applies the recorded events to it. */
    public BillingAccount() {}

    /** The identifier of a pathway's account. */
    public static String idFor(String pathwayId) {
        return "account-" + pathwayId;
    }

    /** The charges as their facts make them; for tests. */
    public AccountState state() {
        return state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RaiseCharge command) {
        ChargeIdentity identity = ChargeIdentity.of(command.service());
        if (state.sameAs(identity).anyMatch(charge -> charge.raised().causeId().equals(command.causeId()))) {
            return;
        }
        AccountRules.factIsChargedOnce(state, command);
        ChargeRaised raised = new ChargeRaised(
                command.accountId(),
                command.pathwayId(),
                identity.chargeId((int) state.sameAs(identity).count()),
                command.occurredAt(),
                command.causeId(),
                command.patientId(),
                command.siteId(),
                command.zone(),
                command.service(),
                command.payerRef(),
                command.authorizationNumber(),
                command.reversalOf(),
                heldAtFirst(command),
                command.policyVersion());
        record(raised, raised);
    }

    @CommandHandler
    void handle(HoldCharge command) {
        Charge charge = chargeOf(command.chargeId());
        if (charge.causes().contains(command.causeId()) || charge.heldFor().contains(command.reason())) {
            return;
        }
        AccountRules.chargeIsHeld(state, command.chargeId());
        List<HoldReason> reasons = new ArrayList<>(charge.heldFor());
        reasons.add(command.reason());
        recordHeld(
                command,
                charge,
                reasons,
                new Evidence(charge.documentationRef(), charge.authorizationNumber(), List.of()));
    }

    @CommandHandler
    void handle(ReleaseCharge command) {
        Charge charge = chargeOf(command.chargeId());
        if (charge.causes().contains(command.causeId())) {
            return;
        }
        AccountRules.chargeIsHeld(state, command.chargeId());
        AccountRules.documentationIsSigned(state, command);
        AccountRules.evidenceHelps(state, command);
        Evidence evidence = Evidence.of(command).and(charge);
        List<HoldReason> remaining = evidence.remainingOf(charge);
        String documentation = evidence.documentationRef();
        if (documentation == null || !remaining.isEmpty()) {
            recordHeld(command, charge, remaining, evidence);
        } else {
            record(
                    new ChargeReleased(
                            command.accountId(),
                            charge.raised().pathwayId(),
                            command.chargeId(),
                            command.occurredAt(),
                            command.causeId(),
                            documentation,
                            evidence.authorizationNumber()),
                    charge.raised());
        }
    }

    @CommandHandler
    void handle(ReverseCharge command) {
        Charge charge = chargeOf(command.chargeId());
        if (charge.causes().contains(command.causeId())) {
            return;
        }
        AccountRules.chargeIsLive(state, command.chargeId());
        record(
                new ChargeReversed(
                        command.accountId(),
                        charge.raised().pathwayId(),
                        command.chargeId(),
                        command.occurredAt(),
                        command.causeId(),
                        ChargeIdentity.reversalId(command.chargeId()),
                        command.reason(),
                        command.policyVersion()),
                charge.raised());
    }

    @EventSourcingHandler
    void on(BillingEvent event) {
        accountId = event.accountId();
        state = state.evolve(event);
    }

    private Charge chargeOf(String chargeId) {
        AccountRules.chargeIsKnown(state, chargeId);
        return state.charge(chargeId).orElseThrow();
    }

    private void recordHeld(BillingCommand command, Charge charge, List<HoldReason> reasons, Evidence evidence) {
        record(
                new ChargeHeld(
                        command.accountId(),
                        charge.raised().pathwayId(),
                        charge.raised().chargeId(),
                        command.occurredAt(),
                        command.causeId(),
                        reasons.stream().sorted().toList(),
                        evidence.documentationRef(),
                        evidence.authorizationNumber()),
                charge.raised());
    }

    private static List<HoldReason> heldAtFirst(RaiseCharge command) {
        List<HoldReason> reasons = new ArrayList<>(command.heldFor());
        reasons.add(HoldReason.OPERATION_RECORD_UNSIGNED);
        return reasons.stream().distinct().sorted().toList();
    }

    private static void record(BillingEvent event, ChargeRaised charge) {
        AggregateLifecycle.apply(
                event,
                MetaData.from(Map.of(
                        Metadata.PATIENT, charge.patientId(),
                        Metadata.PATHWAY, charge.pathwayId(),
                        Metadata.CASE, charge.service().caseId(),
                        Metadata.SITE, charge.siteId(),
                        Metadata.ZONE, charge.zone(),
                        Metadata.ORGANISATION, charge.service().billingOrganisation(),
                        Metadata.POLICY_VERSION, charge.policyVersion())));
    }
}
