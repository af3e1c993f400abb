package org.crossface.billing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.crossface.billing.account.BillableService;
import org.crossface.billing.account.BillingAccount;
import org.crossface.billing.account.ChargeRaised;
import org.crossface.billing.account.RaiseCharge;
import org.crossface.billing.account.ReleaseCharge;
import org.crossface.billing.account.ReversalReason;
import org.crossface.billing.account.ReverseCharge;
import org.crossface.billing.account.SampleCharges;
import org.crossface.billing.charges.ChargeReplay;
import org.crossface.billing.charges.ChargeView;
import org.crossface.pathway.EdgeValues;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.values.UnstorableValue;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the clinic may say, at the edges of what is accepted, through the account to a record that Kafka and the contract take. */
@Timeout(120)
class EdgeChargesTest {

    private static final int MOST_BYTES = 1_048_576;

    private static final List<String> REFERENCES = List.of("a", "0", "a".repeat(100), "A.b_c:d-9");

    private static final List<OffsetDateTime> TIMES = List.of(
            OffsetDateTime.parse("1880-01-01T00:00:00+14:00"),
            OffsetDateTime.parse("2200-12-31T23:59:59.999999-12:00"),
            OffsetDateTime.parse("2025-03-09T02:30:00-08:00"),
            OffsetDateTime.parse("2024-02-29T23:59:59.000001+05:45"),
            OffsetDateTime.parse("1883-11-18T12:00:00-07:53"));

    private final TestPostgres postgres = TestPostgres.with(new ModuleSchema("billing"));
    private final TestEventStore store = TestEventStore.on(postgres);
    private Configuration axon;
    private ChargePublication publication;

    @BeforeEach
    void start() {
        store.configurer().configureAggregate(BillingAccount.class);
        store.configurer().eventProcessing().registerEventHandler(c -> new ChargeView(postgres.serverJdbc()));
        axon = store.start();
        publication = new ChargePublication(axon.eventStore(), ChargeTopics.OF_THE_CONTRACT.charges());
    }

    @AfterEach
    void stop() {
        store.close();
        postgres.close();
    }

    private void send(Object command, Role role) {
        store.dispatch().send(command, Envelope.of("actor", role, "org-practice", "INTERFACE", "HPAYMT", "request"));
    }

    private static <T> T at(List<T> values, int index) {
        return values.get(index % values.size());
    }

    private static RaiseCharge raise(int variant) {
        BillableService service = EdgeValues.with(
                SampleCharges.graft(),
                Map.of(
                        "caseId", ("case-" + variant + "-" + "a".repeat(100)).substring(0, 100),
                        "serviceDate", at(List.of(LocalDate.of(1880, 1, 1), LocalDate.of(2200, 12, 31)), variant),
                        "startedAt", at(TIMES, variant),
                        "endedAt", at(TIMES, variant + 1),
                        "minutes", at(List.of(1, 1_440), variant),
                        "quantity", at(List.of(1, 999), variant),
                        "performingProvider", at(REFERENCES, variant + 1),
                        "billingOrganisation", at(REFERENCES, variant + 2)));
        return EdgeValues.with(
                SampleCharges.raise("pathway-" + variant, "fact", service),
                Map.of(
                        "occurredAt", at(TIMES, variant),
                        "payerRef", at(REFERENCES, variant),
                        "authorizationNumber", at(REFERENCES, variant + 3),
                        "policyVersion", at(REFERENCES, variant + 1)));
    }

    private List<ProducerRecord<String, byte[]>> published(String pathway) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        axon.eventStore().readEvents(BillingAccount.idFor(pathway)).forEachRemaining((DomainEventMessage<?> event) -> {
            if (publication.concerns(event)) {
                publication.recordOf(event).ifPresent(records::add);
            }
        });
        return records;
    }

    private void awaitRows(long number) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> postgres.serverJdbc()
                        .sql("SELECT count(*) = ? FROM billing.charge WHERE state = 'REVERSED'")
                        .param(number)
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void everyEdgeBecomesARecordOfTheContractAndARowThatAReplayFindsAgain() {
        int variants = REFERENCES.size() * TIMES.size();
        for (int variant = 0; variant < variants; variant++) {
            RaiseCharge raise = raise(variant);
            String charge = SampleCharges.idOf(raise.service(), 0);
            send(raise, Role.SYSTEM);
            send(
                    new ReleaseCharge(
                            raise.accountId(),
                            raise.occurredAt(),
                            "fact-2",
                            charge,
                            at(REFERENCES, variant),
                            null,
                            List.of()),
                    Role.SYSTEM);
            send(
                    new ReverseCharge(
                            raise.accountId(),
                            raise.occurredAt(),
                            "fact-3",
                            charge,
                            ReversalReason.CORRECTED,
                            at(REFERENCES, variant)),
                    Role.SYSTEM);

            assertThat(published(raise.pathwayId()))
                    .as(raise.toString())
                    .hasSize(2)
                    .allSatisfy(record -> {
                        assertThat(record.value().length).isLessThan(MOST_BYTES);
                        assertThat(record.headers())
                                .allSatisfy(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                                        .matches("\\p{ASCII}+"));
                    });
        }
        awaitRows(variants);
        ChargeReplay.Result replay = new ChargeReplay(store.engine(), postgres.server()).compare(done -> {});
        assertThat(replay.differences()).isEmpty();
        assertThat(replay.unprojectable()).isEmpty();
    }

    @Test
    void whatFollowsFromAnEventOfAnEarlierReleaseIsMendedAndWhatAPersonSaysIsRefused() {
        RaiseCharge odd = EdgeValues.with(
                SampleCharges.raise("pathway-odd", "fact", SampleCharges.graft()),
                Map.of("occurredAt", OffsetDateTime.parse("2025-01-14T11:38:00-17:00"), "zone", "Europe/\u0000Berlin"));

        assertThatThrownBy(() -> send(odd, Role.BILLING)).isInstanceOf(UnstorableValue.class);
        send(odd, Role.SYSTEM);

        ChargeRaised raised = (ChargeRaised)
                axon.eventStore().readEvents(odd.accountId()).next().getPayload();
        assertThat(raised.occurredAt()).isEqualTo(OffsetDateTime.of(2025, 1, 15, 4, 38, 0, 0, ZoneOffset.UTC));
        assertThat(raised.zone()).isEqualTo("Europe/\uFFFDBerlin");
    }

    @Test
    void anEventOfWhichNoRowCanBeMadeIsReportedAndTheOtherAccountsAreCompared() {
        for (int variant = 0; variant < 3; variant++) {
            RaiseCharge raise = raise(variant);
            send(raise, Role.SYSTEM);
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> postgres.serverJdbc()
                        .sql("SELECT count(*) = 3 FROM billing.charge")
                        .query(Boolean.class)
                        .single());
        postgres.ownerJdbc()
                .sql("UPDATE eventstore.event SET payload_type = 'future.fact' WHERE aggregate_id = ?")
                .param(BillingAccount.idFor("pathway-1"))
                .update();

        ChargeReplay.Result replay = new ChargeReplay(store.engine(), postgres.server()).compare(done -> {});

        assertThat(replay.unprojectable())
                .singleElement()
                .asString()
                .contains("future.fact of " + BillingAccount.idFor("pathway-1"), "cannot be read: ");
        assertThat(replay.differences())
                .singleElement()
                .asString()
                .startsWith("charge only serving")
                .contains("pathway-1");
        assertThat(replay.isEqual()).isFalse();
    }
}
