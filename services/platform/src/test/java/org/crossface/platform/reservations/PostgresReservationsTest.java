package org.crossface.platform.reservations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.api.Reservations.AlreadyReserved;
import org.crossface.platform.testing.TestPostgres;
import org.crossface.platform.transactions.TransactionOnDemand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresReservationsTest {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant TWELVE = Instant.parse("2026-03-02T12:00:00Z");

    private final TestPostgres postgres = TestPostgres.with();
    private final Reservations reservations = new PostgresReservations(
            postgres.serverJdbc(),
            new TransactionOnDemand(new SpringTransactionManager(new JdbcTransactionManager(postgres.server()))));
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(postgres.server()));

    @AfterEach
    void close() {
        postgres.close();
    }

    private void reserve(String key, String holder) {
        transaction.executeWithoutResult(status -> reservations.reserve("live", key, holder));
    }

    private void occupy(String room, Instant from, Instant until, String holder) {
        transaction.executeWithoutResult(status -> reservations.occupy("theatre", room, from, until, holder));
    }

    @Test
    void aKeyHasOneHolder() {
        reserve("p1/left", "a");
        reserve("p1/left", "a");
        reserve("p1/right", "b");
        assertThatThrownBy(() -> reserve("p1/left", "b")).isInstanceOfSatisfying(AlreadyReserved.class, refused -> {
            assertThat(refused.set()).isEqualTo("live");
            assertThat(refused.key()).isEqualTo("p1/left");
        });
    }

    @Test
    void periodsOfTwoHoldersTouchButDoNotOverlap() {
        occupy("OR-1", EIGHT, TEN, "a");
        occupy("OR-1", TEN, TWELVE, "b");
        occupy("OR-2", EIGHT, TWELVE, "b");
        assertThatThrownBy(() -> occupy("OR-1", TEN.minusSeconds(1), TWELVE, "c"))
                .isInstanceOf(AlreadyReserved.class);
    }

    @Test
    void aHolderMayOccupyMoreOfTheSame() {
        occupy("OR-1", EIGHT, TEN, "a");
        occupy("OR-1", EIGHT, TWELVE, "a");
        assertThatThrownBy(() -> occupy("OR-1", TEN, TWELVE, "b")).isInstanceOf(AlreadyReserved.class);
    }

    @Test
    void releaseGivesBackOnlyTheHoldersOwn() {
        reserve("k", "a");
        reserve("l", "b");
        transaction.executeWithoutResult(status -> reservations.occupy("live", "OR-1", EIGHT, TEN, "a"));
        transaction.executeWithoutResult(status -> reservations.release("live", "a"));
        transaction.executeWithoutResult(status -> reservations.release("live", "nobody"));
        reserve("k", "c");
        transaction.executeWithoutResult(status -> reservations.occupy("live", "OR-1", EIGHT, TEN, "c"));
        assertThatThrownBy(() -> reserve("l", "c")).isInstanceOf(AlreadyReserved.class);
    }

    @Test
    void aRefusalLeavesTheTransactionUsableAndARollbackTakesTheReservation() {
        reserve("k", "a");
        transaction.executeWithoutResult(status -> {
            assertThatThrownBy(() -> reservations.reserve("live", "k", "b")).isInstanceOf(AlreadyReserved.class);
            reservations.reserve("live", "other", "b");
        });
        transaction.executeWithoutResult(status -> {
            reservations.release("live", "a");
            status.setRollbackOnly();
        });
        assertThatThrownBy(() -> reserve("k", "b")).isInstanceOf(AlreadyReserved.class);
        assertThatThrownBy(() -> reserve("other", "a")).isInstanceOf(AlreadyReserved.class);
    }

    @Test
    void needsATransactionAndAPeriod() {
        assertThatThrownBy(() -> reservations.reserve("live", "k", "a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> occupy("OR-1", TEN, TEN, "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneOfManyGetsTheSlot() throws Exception {
        CountDownLatch start = new CountDownLatch(8);
        List<String> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<String>> futures = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String holder = "holder-" + i;
                futures.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    try {
                        occupy("OR-1", EIGHT, TEN, holder);
                        return "got it";
                    } catch (AlreadyReserved e) {
                        return "refused";
                    }
                }));
            }
            for (Future<String> future : futures) {
                outcomes.add(future.get());
            }
        }
        assertThat(outcomes)
                .containsOnlyOnce("got it")
                .filteredOn("refused"::equals)
                .hasSize(7);
    }
}
