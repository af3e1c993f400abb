package org.crossface.billing.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.Configuration;
import org.crossface.billing.account.BillableService;
import org.crossface.billing.account.BillingAccount;
import org.crossface.billing.account.ChargeHeld;
import org.crossface.billing.account.ChargeRaised;
import org.crossface.billing.account.ChargeReleased;
import org.crossface.billing.account.ChargeReversed;
import org.crossface.billing.account.HoldReason;
import org.crossface.billing.account.ReversalReason;
import org.crossface.billing.account.SampleCharges;
import org.crossface.billing.contract.ChargesChannel;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;

/** An event store on a fresh database with accounts of many pathways, and relays between it and a broker. */
final class RelayBench implements AutoCloseable {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-01-15T09:00:00Z"), ZoneOffset.UTC);

    private final TestPostgres postgres = TestPostgres.with(new ModuleSchema("billing"));
    private final TestEventStore store = TestEventStore.on(postgres, eventNames());
    private final Configuration axon = store.start();
    private final AtomicInteger pathways = new AtomicInteger();
    private final Broker broker;
    final Published log = new Published();

    RelayBench(Broker broker) {
        this.broker = broker;
    }

    static EventNames eventNames() {
        return EventNames.of(ChargeRaised.class, ChargeHeld.class, ChargeReleased.class, ChargeReversed.class);
    }

    /** What the relay told people. */
    static final class Published implements PublicationLog {

        volatile long position = -1;
        volatile ParkedPathways parked = ParkedPathways.none();

        @Override
        public void publishedUpTo(long upTo, Instant at) {
            position = upTo;
        }

        @Override
        public void parked(ParkedPathways now) {
            parked = now;
        }
    }

    /** A pathway with a released charge. */
    String pathwayWithReleasedCharge() {
        String pathway = "pathway-" + pathways.incrementAndGet();
        release(pathway, SampleCharges.graft());
        return pathway;
    }

    /** A pathway whose charge lacks what the contract demands. */
    String pathwayWithPoison() {
        String pathway = "pathway-" + pathways.incrementAndGet();
        release(pathway, withoutNumber(SampleCharges.graft()));
        return pathway;
    }

    /** Raises and releases one more charge of this pathway. */
    void release(String pathway, BillableService service) {
        ChargeRaised raised = raised(pathway, service);
        append(pathway, raised);
        append(
                pathway,
                new ChargeReleased(
                        raised.accountId(),
                        pathway,
                        raised.chargeId(),
                        SampleCharges.SIGNED,
                        "fact-2",
                        "record-1",
                        null));
    }

    /** Takes the charge of this service back. */
    void reverse(String pathway, BillableService service) {
        ChargeRaised raised = raised(pathway, service);
        append(
                pathway,
                new ChargeReversed(
                        raised.accountId(),
                        pathway,
                        raised.chargeId(),
                        SampleCharges.SIGNED,
                        "fact-3",
                        "reversal-" + pathway,
                        ReversalReason.CORRECTED,
                        "default-1"));
    }

    void append(String pathway, Object event) {
        store.append("BillingAccount", BillingAccount.idFor(pathway), "patient-of-" + pathway, event);
    }

    private static ChargeRaised raised(String pathway, BillableService service) {
        return new ChargeRaised(
                BillingAccount.idFor(pathway),
                pathway,
                SampleCharges.idOf(service, 0),
                SampleCharges.COMPLETED,
                "fact-1",
                "patient-of-" + pathway,
                "site-bayview",
                "America/Los_Angeles",
                service,
                null,
                null,
                null,
                List.of(HoldReason.OPERATION_RECORD_UNSIGNED),
                "default-1");
    }

    static BillableService withoutNumber(BillableService service) {
        return new BillableService(
                service.caseId(),
                service.claim(),
                service.serviceDate(),
                service.stage(),
                service.factType(),
                service.laterality(),
                service.quantity(),
                service.startedAt(),
                service.endedAt(),
                service.minutes(),
                service.graftLengthBand(),
                "surgeon-without-number",
                null,
                service.renderingRole(),
                service.assistantNpi(),
                service.billingOrganisation(),
                service.billingOrgNpi(),
                service.serviceFacilityNpi(),
                service.placeOfService(),
                service.discontinuedPhase(),
                service.inGlobalOf(),
                service.diagnoses(),
                service.suggestedCodes(),
                service.codeTableVersion());
    }

    /** The identifiers of the stored events that billing must hear of, in the order of their positions. */
    List<String> stored() {
        return postgres.serverJdbc()
                .sql(
                        "SELECT event_id FROM eventstore.event"
                                + " WHERE payload_type IN ('billing.charge-released', 'billing.charge-reversed') ORDER BY position")
                .query(String.class)
                .list();
    }

    long lastPosition() {
        return postgres.serverJdbc()
                .sql("SELECT max(position) FROM eventstore.event")
                .query(Long.class)
                .single();
    }

    /** What a read-committed consumer sees. */
    List<CloudEvent> received() {
        return broker.committedCharges().stream()
                .map(found -> KafkaMessageFactory.createReader(found).toEvent())
                .toList();
    }

    /** The oracle: a read-committed consumer has every stored charge once, and each pathway's in order without a gap. */
    void assertReceivedEqualsStored() {
        List<CloudEvent> received = received();
        List<String> identifiers = received.stream().map(CloudEvent::getId).toList();
        Set<String> once = new HashSet<>(identifiers);
        assertThat(identifiers).as("none twice").hasSameSizeAs(once);
        assertThat(once).as("none lost, none invented").isEqualTo(Set.copyOf(stored()));
        Map<String, Long> last = new HashMap<>();
        for (CloudEvent event : received) {
            String pathway = Objects.requireNonNull(event.getSubject());
            long sequence = Long.parseLong(String.valueOf(event.getExtension(ChargesChannel.SEQUENCE)));
            Object previous = event.getExtension(ChargesChannel.PREVIOUS_SEQUENCE);
            assertThat(last.get(pathway)).isEqualTo(previous == null ? null : Long.valueOf(previous.toString()));
            last.put(pathway, sequence);
        }
    }

    /** Up to where a node has told people that charges are published; -1 before. */
    long published() {
        return postgres.serverJdbc()
                .sql("SELECT coalesce(max(up_to_position), -1) FROM billing.published")
                .query(Long.class)
                .single();
    }

    RelaySession.Relaying relaying(FailPoint failPoint) {
        return new RelaySession.Relaying(
                broker.clients(), (short) 1, axon.eventStore(), identity(), log, CLOCK, failPoint);
    }

    RelaySession session() throws InterruptedException {
        return RelaySession.open(relaying(FailPoint.none()));
    }

    /** Turns until everything stored is covered by a committed transaction. */
    void drain(RelaySession session) throws InterruptedException {
        long last = lastPosition();
        while (session.position() < last) {
            session.publishNext();
        }
    }

    StoreIdentity identity() {
        return new JdbcStoreIdentity(postgres.serverJdbc());
    }

    TestPostgres postgres() {
        return postgres;
    }

    TestEventStore store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
        postgres.close();
    }
}
