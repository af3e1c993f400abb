package org.crossface.billing.automation;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.crossface.billing.account.BillableService;
import org.crossface.billing.account.BillingCommand;
import org.crossface.billing.account.Charge;
import org.crossface.billing.account.ChargeState;
import org.crossface.billing.account.HoldCharge;
import org.crossface.billing.account.HoldReason;
import org.crossface.billing.account.RaiseCharge;
import org.crossface.billing.account.ReleaseCharge;
import org.crossface.billing.account.ReversalReason;
import org.crossface.billing.account.ReverseCharge;
import org.crossface.billing.coding.CodeTables;
import org.crossface.billing.coding.ProviderDirectory;
import org.crossface.billing.contract.ChargesChannel;
import org.crossface.billing.contract.Claim;
import org.crossface.pathway.oversight.OversightFact;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.scheduling.events.AuthorizationObtained;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.events.ChargeReviewed;
import org.crossface.pathway.surgery.events.OperationCompletedAsPerformed;
import org.crossface.pathway.surgery.events.OperationRecordSigned;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.WrongSiteEventReported;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.dispatch.CommandDispatch;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.dispatch.OutsideTransaction;
import org.crossface.platform.processing.ProcessorDefaults;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises the charges of a stage when it is completed, of a procedure when it is stopped and of a return to theatre when it is completed, releases them when the operation record is signed, and holds or reverses them when a
 * never event is reported. A correction or retraction reverses what is charged otherwise since, and raises it anew. Each command carries the clinical fact as its cause, so a repeat has no effect; it never acts during a replay.
 */
@ProcessingGroup(WhenStageCompletedRaiseCharges.GROUP)
@DisallowReplay
public final class WhenStageCompletedRaiseCharges implements AutoCloseable {

    /** Name of the event processor. */
    public static final String GROUP = "billing-charges";

    private static final Logger LOG = LoggerFactory.getLogger(WhenStageCompletedRaiseCharges.class);
    private static final String ACTOR = "billing-automation";
    private static final int BATCH = 20;

    private final StageCharges charges;
    private final BillingStreams streams;
    private final OutsideTransaction outside;

    public WhenStageCompletedRaiseCharges(
            EventStore events,
            CommandDispatch dispatch,
            CodeTables codes,
            ProviderDirectory providers,
            Policies policies) {
        this.charges = new StageCharges(codes, providers, policies);
        this.streams = new BillingStreams(events);
        this.outside = new OutsideTransaction(dispatch);
    }

    /**
     * Starts at the first event: by default a processor treats events from before its first start as a replay, and a fact that was recorded
     * before any node had the role {@code billing} is charged like any other.
     */
    public static ConfigurerModule processing() {
        return configurer -> configurer
                .eventProcessing()
                .registerTrackingEventProcessorConfiguration(
                        GROUP,
                        configuration -> ProcessorDefaults.inBatchesOf(BATCH)
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken));
    }

    @EventHandler
    void on(StageOneCompleted fact, DomainEventMessage<?> message) {
        raise(BillableOperation.of(fact), message);
    }

    @EventHandler
    void on(StageTwoCompleted fact, DomainEventMessage<?> message) {
        raise(BillableOperation.of(fact), message);
    }

    @EventHandler
    void on(ProcedureDiscontinued fact, DomainEventMessage<?> message) {
        KnownPathway known = streams.pathwayUntil(fact.pathwayId(), message.getSequenceNumber());
        BillableOperation.of(fact, known.state()).ifPresent(operation -> raise(operation, message));
    }

    @EventHandler
    void on(OperationCompletedAsPerformed fact, DomainEventMessage<?> message) {
        KnownPathway known = streams.pathwayUntil(fact.pathwayId(), message.getSequenceNumber());
        BillableOperation.of(fact, known.state()).ifPresent(operation -> raise(operation, message));
    }

    /** While the operation record is not signed, the review waits for it. */
    @EventHandler
    void on(ChargeReviewed fact, DomainEventMessage<?> message) {
        HoldReason reviewed = KnownPathway.reasonOf(fact.hold());
        forEach(
                fact.pathwayId(),
                fact.factId(),
                charge -> charge.raised().service().caseId().equals(fact.caseId())
                        && charge.state() == ChargeState.HELD
                        && charge.heldFor().contains(reviewed)
                        && charge.documentationRef() != null,
                message,
                charge -> new ReleaseCharge(
                        charge.raised().accountId(),
                        fact.occurredAt(),
                        fact.factId(),
                        charge.raised().chargeId(),
                        null,
                        null,
                        List.of(reviewed)));
    }

    @EventHandler
    void on(OperationRecordSigned fact, DomainEventMessage<?> message) {
        release(
                fact.pathwayId(),
                fact.caseId(),
                new Operation.Signature(fact.factId(), fact.occurredAt()),
                streams.pathwayUntil(fact.pathwayId(), message.getSequenceNumber()),
                message);
    }

    @EventHandler
    void on(AuthorizationObtained fact, DomainEventMessage<?> message) {
        if (!ChargesChannel.isReference(fact.number())) {
            LOG.warn("Fact {} contains an authorisation number that no claim can carry", fact.factId());
            return;
        }
        KnownPathway known = streams.pathwayUntil(fact.pathwayId(), message.getSequenceNumber());
        forEach(
                fact.pathwayId(),
                fact.factId(),
                charge -> charge.raised().service().stage() == numberOf(fact.stage())
                        && charge.state() == ChargeState.HELD
                        && charge.heldFor().contains(HoldReason.AUTHORISATION_MISSING)
                        && charge.documentationRef() != null
                        && known.isAuthorized(
                                charge.raised().service().caseId(),
                                fact.stage(),
                                charge.raised().service()),
                message,
                charge -> new ReleaseCharge(
                        charge.raised().accountId(),
                        fact.occurredAt(),
                        fact.factId(),
                        charge.raised().chargeId(),
                        null,
                        fact.number(),
                        List.of()));
    }

    @EventHandler
    void on(WrongSiteEventReported fact, DomainEventMessage<?> message) {
        String policy = policyOf(message.getMetaData());
        forEach(
                fact.pathwayId(),
                fact.factId(),
                charge -> charge.raised().service().caseId().equals(fact.caseId())
                        && charge.state() != ChargeState.REVERSED,
                message,
                charge -> afterNeverEvent(charge, fact.occurredAt(), fact.factId(), policy));
    }

    private static BillingCommand afterNeverEvent(Charge charge, OffsetDateTime at, String factId, String policy) {
        String account = charge.raised().accountId();
        String chargeId = charge.raised().chargeId();
        return charge.state() == ChargeState.HELD
                ? new HoldCharge(account, at, factId, chargeId, HoldReason.NEVER_EVENT)
                : new ReverseCharge(account, at, factId, chargeId, ReversalReason.NEVER_EVENT, policy);
    }

    @EventHandler
    void on(RecordCorrected fact, DomainEventMessage<?> message) {
        reconsider(fact, message);
    }

    @EventHandler
    void on(RecordRetracted fact, DomainEventMessage<?> message) {
        reconsider(fact, message);
    }

    /** What a charge of a case would be. */
    private record Claimed(String caseId, Claim claim) {

        static Claimed of(BillableService service) {
            return new Claimed(service.caseId(), service.claim());
        }
    }

    /**
     * Reverses what is charged otherwise since a correction or retraction, and raises it anew. What would be charged before it and after it is
     * compared, so that a correction of something else leaves the charges alone.
     */
    private void reconsider(OversightFact fact, DomainEventMessage<?> message) {
        KnownPathway before = streams.pathwayUntil(fact.pathwayId(), message.getSequenceNumber() - 1);
        KnownPathway after = streams.pathwayUntil(fact.pathwayId(), message.getSequenceNumber());
        String policy = policyOf(message.getMetaData());
        Map<Claimed, RaiseCharge> then = wouldRaise(before, policy);
        Map<Claimed, RaiseCharge> now = wouldRaise(after, policy);
        Set<Claimed> all = new LinkedHashSet<>(then.keySet());
        all.addAll(now.keySet());
        for (Claimed each : all) {
            boolean lostSignature = before.signatureOf(each.caseId()).isPresent()
                    && after.signatureOf(each.caseId()).isEmpty();
            RaiseCharge was = then.get(each);
            RaiseCharge is = now.get(each);
            if (lostSignature || !isSame(was, is)) {
                exchange(each, was, is, fact, message);
            }
        }
        after.billableOperations()
                .forEach(completed -> after.signatureOf(completed.caseId())
                        .ifPresent(
                                signed -> release(completed.pathwayId(), completed.caseId(), signed, after, message)));
    }

    private Map<Claimed, RaiseCharge> wouldRaise(KnownPathway known, String policy) {
        Map<Claimed, RaiseCharge> raised = new LinkedHashMap<>();
        known.billableOperations()
                .forEach(completed -> charges.of(completed, known, policy)
                        .forEach(command -> raised.put(Claimed.of(command.service()), command)));
        return raised;
    }

    private static boolean isSame(@Nullable RaiseCharge was, @Nullable RaiseCharge is) {
        if (was == null || is == null) {
            return was == null && is == null;
        }
        return was.service().equals(is.service())
                && Objects.equals(was.payerRef(), is.payerRef())
                && Objects.equals(was.authorizationNumber(), is.authorizationNumber())
                && was.heldFor().equals(is.heldFor());
    }

    private void exchange(
            Claimed claimed,
            @Nullable RaiseCharge was,
            @Nullable RaiseCharge is,
            OversightFact fact,
            DomainEventMessage<?> message) {
        Optional<Charge> charge = streams.account(fact.pathwayId()).charges().stream()
                .filter(each -> Claimed.of(each.raised().service()).equals(claimed))
                .filter(each ->
                        each.state() != ChargeState.REVERSED || each.causes().contains(fact.factId()))
                .reduce((earlier, later) -> later);
        charge.filter(each -> each.state() != ChargeState.REVERSED)
                .filter(each -> !each.raised().causeId().equals(fact.factId()))
                .ifPresent(each -> send(
                        new ReverseCharge(
                                each.raised().accountId(),
                                fact.occurredAt(),
                                fact.factId(),
                                each.raised().chargeId(),
                                is == null ? ReversalReason.ENTERED_IN_ERROR : ReversalReason.CORRECTED,
                                policyOf(message.getMetaData())),
                        each.raised().service().billingOrganisation(),
                        message));
        boolean neverEventTakenBack = was != null
                && is != null
                && was.heldFor().contains(HoldReason.NEVER_EVENT)
                && !is.heldFor().contains(HoldReason.NEVER_EVENT);
        if (is != null && (was == null || charge.isPresent() || neverEventTakenBack)) {
            String reversed = charge.map(each -> each.raised().chargeId()).orElse(null);
            send(
                    is.because(fact.factId(), fact.occurredAt(), reversed),
                    is.service().billingOrganisation(),
                    message);
        }
    }

    private void raise(BillableOperation completed, DomainEventMessage<?> message) {
        KnownPathway known = streams.pathwayUntil(completed.pathwayId(), message.getSequenceNumber());
        for (RaiseCharge command : charges.of(completed, known, policyOf(message.getMetaData()))) {
            send(command, command.service().billingOrganisation(), message);
        }
        known.signatureOf(completed.caseId())
                .ifPresent(signed -> release(completed.pathwayId(), completed.caseId(), signed, known, message));
    }

    private void release(
            String pathwayId,
            String caseId,
            Operation.Signature signed,
            KnownPathway known,
            DomainEventMessage<?> message) {
        forEach(
                pathwayId,
                signed.factId(),
                charge -> charge.raised().service().caseId().equals(caseId) && charge.state() == ChargeState.HELD,
                message,
                charge -> new ReleaseCharge(
                        charge.raised().accountId(),
                        signed.at(),
                        signed.factId(),
                        charge.raised().chargeId(),
                        signed.factId(),
                        authorizationFor(charge, known),
                        known.reviewed(caseId)));
    }

    private static @Nullable String authorizationFor(Charge charge, KnownPathway known) {
        BillableService service = charge.raised().service();
        Optional<String> number =
                known.authorizationNumber(service.caseId(), service.stage() == 1 ? Stage.ONE : Stage.TWO, service);
        return charge.authorizationNumber() == null ? number.orElse(null) : null;
    }

    private void forEach(
            String pathwayId,
            String factId,
            Predicate<Charge> concerned,
            DomainEventMessage<?> message,
            Function<Charge, BillingCommand> command) {
        streams.account(pathwayId).charges().stream()
                .filter(concerned)
                .filter(charge -> !charge.causes().contains(factId))
                .forEach(charge ->
                        send(command.apply(charge), charge.raised().service().billingOrganisation(), message));
    }

    private void send(BillingCommand command, String organisation, DomainEventMessage<?> message) {
        Object correlation = message.getMetaData().getOrDefault(Metadata.CORRELATION, message.getIdentifier());
        Envelope envelope = Envelope.of(
                        ACTOR, Role.SYSTEM, organisation, "INTERFACE", "HPAYMT", message.getIdentifier())
                .causedBy(String.valueOf(correlation), message.getIdentifier());
        try {
            outside.send(command, envelope);
        } catch (CommandRefused refused) {
            // A refusal is final: another attempt would get the same.
            LOG.warn(
                    "The account {} refused {}: {}",
                    command.accountId(),
                    command.getClass().getSimpleName(),
                    refused.rule());
        }
    }

    private static String policyOf(MetaData metadata) {
        return String.valueOf(metadata.getOrDefault(Metadata.POLICY_VERSION, "unknown"));
    }

    private static int numberOf(Stage stage) {
        return stage == Stage.ONE ? 1 : 2;
    }

    @Override
    public void close() {
        outside.close();
    }
}
