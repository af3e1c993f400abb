package org.crossface.platform.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.crossface.platform.api.Role;
import org.crossface.platform.dispatch.Envelope.Idempotency;
import org.crossface.platform.eventstore.AggregateCaches;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.GroupAppend;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes that remember the aggregates that they used, one of which appends in groups. */
@Timeout(60)
class RememberedAggregateTest {

    private static final TestPostgres postgres = TestPostgres.with();
    private static final Envelope NURSE =
            Envelope.of("nurse-1", Role.PACU_NURSE, "org-center", "UI", "TREAT", "request-1");

    private static final AtomicInteger refusalsSeen = new AtomicInteger();
    private static final StatementCounter statements = new StatementCounter(postgres.server());
    private static final AggregateCaches caches = new AggregateCaches(100);
    private static final List<CommandBus> buses = new ArrayList<>();
    private static TestEventStore here;
    private static TestEventStore there;

    private final String ledger = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        here = node(caches, false);
        there = node(new AggregateCaches(100), true);
    }

    private static TestEventStore node(AggregateCaches remembered, boolean inGroups) {
        TestEventStore node = TestEventStore.on(
                statements,
                TestEventStore.keyEncryptionKey(),
                EventNames.of(Ledger.Opened.class, Ledger.Entered.class),
                builder -> inGroups ? builder.groupAppend(GroupAppend.defaults()) : builder);
        node.configurer()
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Ledger.class)
                        .configureCache(configuration -> remembered.of(Ledger.class)));
        CommandBus bus = node.start().commandBus();
        buses.add(bus);
        bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            try {
                return chain.proceed();
            } catch (Ledger.Overdrawn refusal) {
                refusalsSeen.incrementAndGet();
                throw refusal;
            }
        });
        return node;
    }

    @AfterAll
    static void close() {
        here.close();
        there.close();
        postgres.close();
    }

    /** Both nodes remember an empty ledger. */
    @BeforeEach
    void open() {
        here(new Ledger.Open(ledger), NURSE);
        there(new Ledger.Look(ledger), NURSE);
        refusalsSeen.set(0);
    }

    private static Receipt here(Object command, Envelope envelope) {
        return here.dispatch().send(command, envelope);
    }

    private static Receipt there(Object command, Envelope envelope) {
        return there.dispatch().send(command, envelope);
    }

    private static Envelope keyed(String key) {
        return NURSE.idempotent(new Idempotency(key, "POST /enter", "hash"));
    }

    private long events() {
        return postgres.serverJdbc()
                .sql("SELECT count(*) FROM eventstore.event WHERE aggregate_id = ?")
                .param(ledger)
                .query(Long.class)
                .single();
    }

    @Test
    void aRefusalIsGivenOnlyFromTheStreamAsItIs() {
        there(new Ledger.Enter(ledger, 10), NURSE);
        assertThat(here(new Ledger.Enter(ledger, -5), NURSE).sequenceNumber()).isEqualTo(2);
        assertThat(refusalsSeen).as("what keeps refusals saw none").hasValue(0);
        assertThatThrownBy(() -> there(new Ledger.Enter(ledger, -7), NURSE)).isInstanceOf(Ledger.Overdrawn.class);
        assertThat(refusalsSeen).as("one, although two decisions were made").hasValue(1);
    }

    @Test
    void anAnswerWithoutEventsIsGivenOnlyFromTheStreamAsItIs() {
        there(new Ledger.Enter(ledger, 10), NURSE);
        assertThat(here(new Ledger.Settle(ledger), NURSE).sequenceNumber()).isEqualTo(2);
        assertThat(events()).isEqualTo(3);
    }

    @Test
    void anExpectedVersionIsComparedWithTheStreamAsItIs() {
        there(new Ledger.Enter(ledger, 10), NURSE);
        assertThatThrownBy(() -> here(new Ledger.Enter(ledger, 1), NURSE.expecting(0)))
                .isInstanceOfSatisfying(
                        VersionConflict.class, e -> assertThat(e.actual()).isOne());
        there(new Ledger.Enter(ledger, 10), NURSE);
        assertThat(here(new Ledger.Enter(ledger, 1), NURSE.expecting(2)).sequenceNumber())
                .isEqualTo(3);
    }

    @Test
    void aStaleAppendIsDecidedAgain() {
        there(new Ledger.Enter(ledger, 10), NURSE);
        assertThat(here(new Ledger.Enter(ledger, 1), NURSE).sequenceNumber()).isEqualTo(2);
        assertThat(there(new Ledger.Enter(ledger, 1), NURSE).sequenceNumber()).isEqualTo(3);
    }

    @Test
    void aRememberedAggregateCostsOneStatementForACommandWithItsKey() {
        Receipt first = here(new Ledger.Enter(ledger, 10), NURSE);
        int before = statements.count();
        Receipt second = here(new Ledger.Enter(ledger, 10), keyed(ledger));
        assertThat(statements.count() - before).isOne();
        assertThat(second.sequenceNumber()).isEqualTo(first.sequenceNumber() + 1);
    }

    @Test
    void aRepeatedRequestIsNoRefusal() {
        here(new Ledger.Enter(ledger, 5), NURSE);
        Receipt first = here(new Ledger.Enter(ledger, -5), keyed(ledger));
        Receipt second = there(new Ledger.Enter(ledger, -5), keyed(ledger));
        assertThat(second).isEqualTo(new Receipt(first.position(), 2, ledger, true));
        Envelope otherBody = NURSE.idempotent(new Idempotency(ledger, "POST /enter", "other"));
        assertThatThrownBy(() -> here(new Ledger.Enter(ledger, -6), otherBody))
                .isInstanceOf(IdempotencyKeyReused.class);
        assertThat(refusalsSeen).hasValue(0);
        assertThat(events()).isEqualTo(3);
    }

    @Test
    void anAnswerWithoutEventsIsKeptToo() {
        Receipt first = here(new Ledger.Settle(ledger), keyed(ledger));
        there(new Ledger.Enter(ledger, 5), NURSE);
        assertThat(there(new Ledger.Settle(ledger), keyed(ledger)))
                .isEqualTo(new Receipt(first.position(), 0, ledger, true));
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void fiftyConcurrentRepetitionsOnTwoNodesHaveOneEffectAndOneAnswer() throws Exception {
        List<Callable<Receipt>> requests = IntStream.range(0, 50)
                .mapToObj(n -> (Callable<Receipt>)
                        () -> (n % 2 == 0 ? here : there).dispatch().send(new Ledger.Enter(ledger, 5), keyed(ledger)))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Receipt> receipts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Receipt> answer : threads.invokeAll(requests)) {
                receipts.add(answer.get());
            }
        }
        assertThat(receipts).filteredOn(receipt -> !receipt.replayed()).hasSize(1);
        assertThat(receipts)
                .extracting(Receipt::position)
                .containsOnly(receipts.getFirst().position());
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void fiftyConcurrentCreationsWithOneKeyMakeOneStream() throws Exception {
        List<Callable<Receipt>> requests = IntStream.range(0, 50)
                .mapToObj(n -> (Callable<Receipt>) () -> (n % 2 == 0 ? here : there)
                        .dispatch()
                        .send(new Ledger.Open(UUID.randomUUID().toString()), keyed("open " + ledger)))
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> streams = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Receipt> answer : threads.invokeAll(requests)) {
                streams.add(answer.get().streamId());
            }
        }
        assertThat(streams).hasSize(50).containsOnly(streams.getFirst());
    }

    @Test
    void whatWasLoadedBeforeEverythingWasForgottenDoesNotComeBack() {
        assertThat(caches.of(Ledger.class).containsKey(ledger)).isTrue();
        buses.getFirst().registerHandlerInterceptor((unitOfWork, chain) -> {
            Object result = chain.proceed();
            if (unitOfWork.getMessage().getPayload() instanceof Ledger.Look look
                    && look.ledger().equals(ledger)) {
                caches.forgetAll();
            }
            return result;
        });
        here(new Ledger.Look(ledger), NURSE);
        assertThat(caches.of(Ledger.class).containsKey(ledger)).isFalse();
        here(new Ledger.Enter(ledger, 1), NURSE);
        assertThat(caches.of(Ledger.class).containsKey(ledger)).isTrue();
    }
}
