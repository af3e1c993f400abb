package org.crossface.billing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.kafka.common.KafkaException;
import org.awaitility.Awaitility;
import org.crossface.billing.account.BillingAccount;
import org.crossface.billing.account.SampleCharges;
import org.crossface.billing.contract.ChargesChannel;
import org.crossface.billing.contract.GraftLengthBand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay between a real PostgreSQL and a real broker: every charge once, in order, whatever happens (G6). */
class RelaySessionTest {

    private static Broker broker;
    private RelayBench bench;

    @BeforeAll
    static void startBroker() {
        broker = Broker.shared();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void begin() throws Exception {
        broker.clear();
        bench = new RelayBench(broker);
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aReleasedChargeIsReceivedOnceAsTheContractSays() throws Exception {
        String pathway = bench.pathwayWithReleasedCharge();
        try (RelaySession session = bench.session()) {
            bench.drain(session);
        }
        assertThat(bench.received()).hasSize(1);
        CloudEvent event = bench.received().getFirst();
        assertThat(event.getId()).isEqualTo(bench.stored().getFirst());
        assertThat(event.getType()).isEqualTo(ChargesChannel.CHARGE_RELEASED);
        assertThat(event.getSubject()).isEqualTo(pathway);
        assertThat(event.getExtension(ChargesChannel.SEQUENCE)).isEqualTo("1");
        assertThat(event.getExtension(ChargesChannel.PREVIOUS_SEQUENCE)).isNull();
        assertThat(new String(Objects.requireNonNull(event.getData()).toBytes(), StandardCharsets.UTF_8))
                .contains("\"code\":\"64886\"")
                .contains("\"graftLengthBand\":\"OVER_4_CM\"")
                .contains("\"laterality\":\"RIGHT\"")
                .doesNotContain("null");
        assertThat(bench.log.position).isEqualTo(bench.lastPosition());
    }

    @Test
    void aCorrectionIsAReversalAndANewChargeLinkedInOrder() throws Exception {
        String pathway = bench.pathwayWithReleasedCharge();
        bench.reverse(pathway, SampleCharges.graft());
        bench.release(pathway, SampleCharges.graft("surgeon-vega", GraftLengthBand.AT_MOST_4_CM));
        try (RelaySession session = bench.session()) {
            bench.drain(session);
        }
        assertThat(bench.received())
                .extracting(CloudEvent::getType)
                .containsExactly(
                        ChargesChannel.CHARGE_RELEASED, ChargesChannel.CHARGE_REVERSED, ChargesChannel.CHARGE_RELEASED);
        assertThat(bench.received())
                .extracting(event -> event.getExtension(ChargesChannel.PREVIOUS_SEQUENCE))
                .containsExactly(null, "1", "2");
    }

    @ParameterizedTest
    @EnumSource(FailPoint.Step.class)
    void aCrashAtAnyStepLosesAndDuplicatesNothing(FailPoint.Step step) throws Exception {
        for (int crash = 0; crash < 3; crash++) {
            bench.pathwayWithReleasedCharge();
            bench.pathwayWithReleasedCharge();
            crashAt(step);
        }
        try (RelaySession session = bench.session()) {
            bench.drain(session);
        }
        bench.assertReceivedEqualsStored();
        if (step != FailPoint.Step.COMMITTED) {
            assertThat(broker.allCharges())
                    .as("the crashes hit open transactions")
                    .hasSizeGreaterThan(bench.stored().size());
        }
    }

    @Test
    void crashesAtRandomStepsUnderLoadLoseAndDuplicateNothing() throws Exception {
        long seed = System.nanoTime();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        FailPoint.Step[] steps = FailPoint.Step.values();
        for (int crash = 0; crash < 10; crash++) {
            for (int i = random.nextInt(1, 8); i > 0; i--) {
                String pathway = bench.pathwayWithReleasedCharge();
                if (random.nextBoolean()) {
                    bench.reverse(pathway, SampleCharges.graft());
                }
            }
            crashAt(steps[random.nextInt(steps.length)]);
        }
        try (RelaySession session = bench.session()) {
            bench.drain(session);
        }
        bench.assertReceivedEqualsStored();
    }

    @Test
    void aPositionKeptOutsideTheTransactionDuplicates() throws Exception {
        bench.pathwayWithReleasedCharge();
        crashAt(FailPoint.Step.COMMITTED);
        // The negative control: the charges are committed, the progress that belongs to them is not known.
        try (var producer = broker.clients().transactionalProducer()) {
            producer.initTransactions();
            producer.beginTransaction();
            var forgotten = producer.send(new ProgressTopic(broker.clients())
                    .record(RelayProgress.start(bench.identity().id(), Instant.EPOCH)));
            producer.commitTransaction();
            assertThat(forgotten.get().hasOffset()).isTrue();
        }
        try (RelaySession session = bench.session()) {
            bench.drain(session);
        }
        assertThat(bench.received()).hasSize(2);
        assertThat(bench.stored()).hasSize(1);
    }

    @Test
    void theOlderOfTwoRelaysIsFencedAndPublishesNothing() throws Exception {
        bench.pathwayWithReleasedCharge();
        try (RelaySession older = bench.session()) {
            bench.drain(older);
            try (RelaySession newer = bench.session()) {
                bench.pathwayWithReleasedCharge();
                assertThatThrownBy(() -> bench.drain(older)).isInstanceOf(KafkaException.class);
                bench.drain(newer);
            }
        }
        bench.assertReceivedEqualsStored();
    }

    @Test
    void relaysOfTwoInstallationsOnOneBrokerLeaveEachOtherAlone() throws Exception {
        try (Broker another = Broker.shared();
                RelayBench elsewhere = new RelayBench(another);
                RelaySession here = bench.session();
                RelaySession there = elsewhere.session()) {
            bench.pathwayWithReleasedCharge();
            elsewhere.pathwayWithReleasedCharge();
            bench.drain(here);
            elsewhere.drain(there);
            bench.assertReceivedEqualsStored();
            elsewhere.assertReceivedEqualsStored();
        }
    }

    @Test
    void aPoisonChargeParksItsPathwayInOrderAndTheRestGoesOn() throws Exception {
        bench.pathwayWithReleasedCharge();
        String sick = bench.pathwayWithPoison();
        bench.pathwayWithReleasedCharge();
        bench.release(sick, SampleCharges.graft("surgeon-vega", GraftLengthBand.OVER_4_CM));
        try (RelaySession session = bench.session()) {
            bench.drain(session);
            assertThat(bench.received())
                    .extracting(CloudEvent::getSubject)
                    .containsExactlyInAnyOrder("pathway-1", "pathway-3");
            assertThat(session.parked().of(sick)).hasValueSatisfying(parked -> {
                assertThat(parked.reason()).isEqualTo("Has no performingProviderNpi");
                assertThat(parked.firstSequence()).isEqualTo(1);
                assertThat(parked.lastSequence()).isEqualTo(3);
            });
        }
        try (RelaySession restarted = bench.session()) {
            assertThat(restarted.parked().byPathway()).containsOnlyKeys(sick);
            assertThat(bench.log.parked.byPathway()).containsOnlyKeys(sick);
            assertThat(restarted.retry(sick)).isFalse();
            assertThat(restarted.parked().of(sick).orElseThrow().lastSequence()).isEqualTo(3);
        }
        assertThat(bench.received()).hasSize(2);
    }

    @Test
    void aParkedPathwayIsPublishedInOrderOnceItsFaultIsPutRight() throws Exception {
        String sick = bench.pathwayWithPoison();
        bench.release(sick, SampleCharges.graft("surgeon-vega", GraftLengthBand.OVER_4_CM));
        try (RelaySession session = bench.session()) {
            bench.drain(session);
            assertThat(bench.received()).isEmpty();
            putRight(sick);
            assertThat(session.retry(sick)).isTrue();
            assertThat(bench.log.parked.byPathway()).isEmpty();
        }
        try (RelaySession restarted = bench.session()) {
            bench.pathwayWithReleasedCharge();
            bench.drain(restarted);
        }
        bench.assertReceivedEqualsStored();
    }

    @Test
    void anEventStoreRestoredToAnOlderPointIsRefused() throws Exception {
        bench.pathwayWithReleasedCharge();
        try (RelaySession session = bench.session()) {
            bench.drain(session);
        }
        bench.postgres()
                .ownerJdbc()
                .sql("ALTER TABLE eventstore.event DISABLE TRIGGER USER")
                .update();
        bench.postgres()
                .ownerJdbc()
                .sql("UPDATE eventstore.event SET event_id = 'another' WHERE position = :position")
                .param("position", bench.lastPosition())
                .update();
        assertThatThrownBy(() -> bench.session())
                .isInstanceOf(StoreMismatch.class)
                .hasMessageContaining("older point");
    }

    @Test
    void anotherEventStoreIsRefused() throws Exception {
        bench.pathwayWithReleasedCharge();
        try (RelaySession session = bench.session()) {
            bench.drain(session);
        }
        bench.postgres()
                .ownerJdbc()
                .sql("UPDATE billing.store_identity SET id = gen_random_uuid()")
                .update();
        assertThatThrownBy(() -> bench.session()).isInstanceOf(StoreMismatch.class);
    }

    @Test
    void quietStretchesMoveThePositionWithoutATransactionForEachEvent() throws Exception {
        List<FailPoint.Step> steps = new ArrayList<>();
        bench.pathwayWithReleasedCharge();
        try (RelaySession session = RelaySession.open(bench.relaying(steps::add))) {
            bench.drain(session);
            steps.clear();
            for (int i = 0; i < 20; i++) {
                bench.append("pathway-quiet-" + i, quiet(i));
                session.publishNext();
            }
            assertThat(steps.stream().filter(FailPoint.Step.COMMITTED::equals).count())
                    .isLessThan(15);
            bench.drain(session);
            assertThat(session.position()).isEqualTo(bench.lastPosition());
        }
    }

    private static Object quiet(int number) {
        return SampleCharges.raised("fact-" + number, SampleCharges.graft());
    }

    private void crashAt(FailPoint.Step step) throws InterruptedException {
        int before = broker.allCharges().size();
        RelaySession session = RelaySession.open(bench.relaying(passed -> {
            if (passed == step) {
                // The crash is to hit an open transaction, so its records have to have reached the broker.
                Awaitility.await().until(() -> broker.allCharges().size() > before);
                throw new Crash();
            }
        }));
        try (session) {
            assertThatThrownBy(() -> bench.drain(session)).isInstanceOf(Crash.class);
        }
    }

    private static final class Crash extends RuntimeException {}

    private void putRight(String pathway) {
        JdbcClient owner = bench.postgres().ownerJdbc();
        owner.sql("ALTER TABLE eventstore.event DISABLE TRIGGER USER").update();
        owner.sql("UPDATE eventstore.event SET payload ="
                        + " replace(payload::text, '\"performingProviderNpi\":null', '\"performingProviderNpi\":\"0000000012\"')::json"
                        + " WHERE aggregate_id = :account")
                .param("account", BillingAccount.idFor(pathway))
                .update();
        owner.sql("ALTER TABLE eventstore.event ENABLE TRIGGER USER").update();
    }
}
