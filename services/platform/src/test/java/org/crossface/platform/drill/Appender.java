package org.crossface.platform.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.crossface.platform.drill.UnitHistory.Outcome;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appends units of work of random size and kind to streams of its own and to streams that it shares with all others, with random pauses;
 * some it rolls back as a whole or to a savepoint.
 */
final class Appender implements Runnable {

    private static final String SHARED = "shared-";
    private static final int SHARED_STREAMS = 16;
    private static final int MOST_STREAMS = 4;
    private static final int SMALL = 10;
    private static final int PERCENT = 100;
    private static final int IN_TRANSACTION_PERCENT = 40;
    private static final int SHARED_PERCENT = 25;
    private static final int ROLLBACK_PERCENT = 15;
    private static final int SAVEPOINT_PERCENT = 25;

    private final String name;
    private final TortureSettings settings;
    private final PostgresEventStorageEngine engine;
    private final TransactionTemplate transaction;
    private final UnitHistory history;
    private final BooleanSupplier more;
    private final Random random;

    Appender(
            int number,
            TortureSettings settings,
            PostgresEventStorageEngine engine,
            DataSource dataSource,
            UnitHistory history,
            BooleanSupplier more) {
        this.name = "a" + number;
        this.settings = settings;
        this.engine = engine;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.history = history;
        this.more = more;
        this.random = new Random(settings.seed() + number);
    }

    /** The appender's own rollback. */
    private static final class RolledBack extends RuntimeException {}

    @Override
    public void run() {
        for (int round = 0; more.getAsBoolean(); round++) {
            String unit = name + "-" + round;
            if (chance(IN_TRANSACTION_PERCENT)) {
                inTransaction(unit);
            } else {
                alone(unit);
            }
        }
    }

    /** One append, which is its own transaction: what the group appender may group. */
    private void alone(String unit) {
        List<DomainEventMessage<?>> events = events(unit, 0, 1 + random.nextInt(MOST_STREAMS), true);
        told(unit, events.size(), races(events), () -> engine.appendEvents(events));
    }

    /** Several appends in a transaction of the caller. */
    private void inTransaction(String unit) {
        int appends = 1 + random.nextInt(3);
        boolean rollback = chance(ROLLBACK_PERCENT);
        List<List<DomainEventMessage<?>>> parts = new ArrayList<>();
        int number = 0;
        for (int i = 0; i < appends; i++) {
            List<DomainEventMessage<?>> part = events(unit, number, 1, i == 0);
            number += part.size();
            parts.add(part);
        }
        boolean savepoint = chance(SAVEPOINT_PERCENT);
        told(
                unit,
                number,
                rollback || parts.stream().anyMatch(Appender::races),
                () -> transaction.executeWithoutResult(status -> {
                    parts.forEach(part -> {
                        engine.appendEvents(part);
                        pause();
                    });
                    if (savepoint) {
                        appendAndTakeBack(unit + "!", status);
                    }
                    if (rollback) {
                        throw new RolledBack();
                    }
                }));
    }

    /** Positions that are taken and given up while the transaction goes on. */
    private void appendAndTakeBack(String unit, TransactionStatus status) {
        Object savepoint = status.createSavepoint();
        engine.appendEvents(DrillEvents.of(unit, 0, unit, 0, 1 + random.nextInt(SMALL)));
        pause();
        status.rollbackToSavepoint(savepoint);
    }

    private List<DomainEventMessage<?>> events(String unit, int firstNumber, int streams, boolean mayShare) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (int stream = 0; stream < streams; stream++) {
            int count = 1
                    + random.nextInt(
                            random.nextBoolean() ? Math.min(SMALL, settings.mostEvents()) : settings.mostEvents());
            events.addAll(DrillEvents.of(
                    unit, firstNumber + events.size(), unit + "." + (firstNumber + events.size()), 0, count));
        }
        if (mayShare && chance(SHARED_PERCENT)) {
            addShared(unit, firstNumber, events);
        }
        return events;
    }

    /** The sequence number is read first, so that a race for it is lost now and then and must take the whole unit with it. */
    private void addShared(String unit, int firstNumber, List<DomainEventMessage<?>> events) {
        String shared = SHARED + random.nextInt(SHARED_STREAMS);
        try {
            long next = engine.lastSequenceNumberFor(shared).orElse(-1L) + 1;
            events.addAll(DrillEvents.of(unit, firstNumber + events.size(), shared, next, 1));
        } catch (RuntimeException unreachable) {
            // The unit goes on without it: the store is being killed or restarted.
            pause();
        }
    }

    private static boolean races(List<DomainEventMessage<?>> events) {
        return events.stream().anyMatch(event -> event.getAggregateIdentifier().startsWith(SHARED));
    }

    /** @param mayBeRefused whether it rolls back by itself or races for a shared stream */
    private void told(String unit, int events, boolean mayBeRefused, Runnable append) {
        try {
            append.run();
            history.ended(unit, events, Outcome.ACKNOWLEDGED);
        } catch (ConcurrencyException | AggregateStreamCreationException | RolledBack refused) {
            if (mayBeRefused) {
                history.ended(unit, events, Outcome.REFUSED);
            } else {
                history.wronglyRefused(unit, events, refused);
            }
        } catch (RuntimeException broken) {
            history.failed(broken);
            history.ended(unit, events, Outcome.UNKNOWN);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(PERCENT) < percent;
    }

    private void pause() {
        if (settings.pauseMillis() > 0) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(1000 * settings.pauseMillis())));
        }
    }
}
